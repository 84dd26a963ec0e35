namespace Equalization.Workflow.Core.Accountabilities.Rights;

/// <summary>The terms of an accountability case that a county may set, all in calendar days; the day they begin at is not counted, the last one is.</summary>
public enum CaseTerm
{
    /// <summary>调查认定, from the end of the supervision.</summary>
    Inquiry,

    /// <summary>陈述申辩, from receipt of the notice.</summary>
    Statement,

    /// <summary>申请复核, from receipt of the decision.</summary>
    Review,

    /// <summary>复核决定, from the request.</summary>
    ReviewAnswer,

    /// <summary>复核后申诉, from receipt of the review decision.</summary>
    AppealAfterReview,

    /// <summary>未经复核申诉, from receipt of the decision.</summary>
    Appeal,

    /// <summary>申诉处理决定, from the appeal.</summary>
    AppealAnswer,

    /// <summary>更正, from the appeal decision.</summary>
    Correction,

    /// <summary>再次问责从重: the last day on which a second decision counts as a repeat.</summary>
    RepeatWindow,

    /// <summary>提醒提前: how long before the end of a term both sides are reminded.</summary>
    RemindBefore,
}

/// <summary>Whose term it is. Upper: the body one level up.</summary>
public enum TermHolder
{
    Office,
    Unit,
    Upper,
}

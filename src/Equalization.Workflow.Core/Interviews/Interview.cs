using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Rules;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>
/// One interview (约谈) of a unit's head, opened from a signed step of the ladder or by hand. Its id is the case's: who reads it is known by the case's
/// list alone.
/// </summary>
[KeptToCase]
public sealed class Interview
{
    public const int LongestText = 1000;
    public const int LongestMinutes = 3000;
    public const int LongestReason = 500;

    private readonly List<InterviewChange> changes = [];
    private readonly List<FollowUp> followUps = [];

    private Interview()
    {
    }

    internal Interview(InterviewRules rules, InterviewSubject subject, string openedBy, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = rules.JurisdictionId;
        RulesNumber = rules.Number;
        (UnitId, TaskId, StepId) = (subject.UnitId, subject.TaskId, subject.StepId);
        (OpenedBy, OpenedAt) = (openedBy, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public int RulesNumber { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The matter it is about; null for one about the unit's work as a whole.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>The step of the ladder it carries out; null when opened by hand.</summary>
    public Guid? StepId { get; private set; }

    public InterviewState State { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    public Guid SummonedId { get; private set; }

    /// <summary>As the paper has it: name and post on the day of the order.</summary>
    public string SummonedName { get; private set; } = "";

    public string SummonedPost { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Trigger { get; private set; } = "";

    /// <summary>事由.</summary>
    public string Matter { get; private set; } = "";

    public DateTime? MeetsAt { get; private set; }

    public int Minutes { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>约谈人员.</summary>
    public string Callers { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    /// <summary>What the summoned bring along.</summary>
    public string Materials { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public bool DeputyMay { get; private set; }

    public string? SentBackBecause { get; private set; }

    /// <summary>Of the notice that holds: 约〔2018〕1号.</summary>
    public string? Number { get; private set; }

    public Guid? PaperId { get; private set; }

    public string? SignedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>Rises with each new date and with the cancellation, for calendars.</summary>
    public int Sequence { get; private set; }

    public DateTime? HeldAt { get; private set; }

    public string? Attendees { get; private set; }

    public string? Deputy { get; private set; }

    public string? Recorder { get; private set; }

    public string? Statement { get; private set; }

    public string? Explanation { get; private set; }

    public string? Demands { get; private set; }

    public string? Reply { get; private set; }

    public string? MinutesNumber { get; private set; }

    public Guid? MinutesPaperId { get; private set; }

    /// <summary>Last day, included, on which the unit confirms the minutes or objects.</summary>
    public DateOnly? ConfirmDueOn { get; private set; }

    public MinutesCheck Check { get; private set; }

    public string? CheckedBy { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public string? Objection { get; private set; }

    public string? ObjectionAnswer { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndedBecause { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<InterviewChange> Changes => changes;

    public IReadOnlyList<FollowUp> FollowUps => followUps;

    public bool IsOpen => State is not (InterviewState.Closed or InterviewState.NoShow or InterviewState.Cancelled or InterviewState.Settled);

    /// <summary>The correlation of its process: events about the task must reach it.</summary>
    public Guid ProcessSubject => TaskId ?? Id;

    public DateTime? EndsAt => MeetsAt?.AddMinutes(Minutes);

    /// <summary>
    /// Refuses once it is with the leader or signed (interview-not-draft), a kind or reason that the rules do not list (interview-kind, interview-trigger), a
    /// missing text (interview-text), a deputy where the rules know none (deputy-rule), and a time as <see cref="InterviewRules.MeetingOf"/>.
    /// </summary>
    public void Write(InterviewOrder order, Summoned summoned, InterviewRules rules, WorkingCalendar calendar, DateTime now)
    {
        MustBe(InterviewState.Draft, "interview-not-draft", "这次约谈已经送签或签发，不能再改。需要修改的，请由领导退回，或签发后改期。");
        Kind = rules.KindList.FirstOrDefault(k => k == order.Kind) ?? throw new RuleBroken("interview-kind", "请选择规则所列的约谈类别。") { Field = nameof(Kind) };
        Trigger = rules.TriggerList.FirstOrDefault(t => t == order.Trigger)
                  ?? throw new RuleBroken("interview-trigger", "请选择规则所列的约谈情形。") { Field = nameof(Trigger) };
        Matter = Text(order.Matter, LongestText, "约谈事由", nameof(Matter));
        Place = Text(order.Place, 100, "约谈地点", nameof(Place));
        Callers = Text(order.Callers, 200, "约谈人员", nameof(Callers));
        Purpose = Text(order.Purpose, LongestText, "约谈目的", nameof(Purpose));
        Materials = Text(order.Materials, LongestText, "要求和材料清单", nameof(Materials));
        Contact = Text(order.Contact, 100, "联系人和电话", nameof(Contact));
        if (order.DeputyMay && !rules.DeputyAllowed)
        {
            throw new RuleBroken("deputy-rule", "现行规则不允许委托他人代为接受约谈，请取消勾选。") { Field = nameof(DeputyMay) };
        }

        DeputyMay = order.DeputyMay;
        (SummonedId, SummonedName, SummonedPost) = (summoned.PersonId, summoned.Name, summoned.Post);
        (MeetsAt, Minutes) = (rules.MeetingOf(order.On, order.At, order.Minutes, calendar, now), order.Minutes);
    }

    /// <summary>To the leader for signature. Refuses what is not a complete draft (interview-not-draft).</summary>
    public void SendToSign()
    {
        MustBe(InterviewState.Draft, "interview-not-draft", "这次约谈已经送签或签发，不需要再次送签。请刷新后查看。");
        (State, SentBackBecause) = (InterviewState.ToSign, null);
    }

    /// <summary>The leader does not sign it as it stands. Refuses without a reason (send-back-reason).</summary>
    public void SendBack(string? reason)
    {
        MustBe(InterviewState.ToSign, "interview-not-to-sign", "这份约谈通知不在待签发状态，可能已由他人办理。请刷新后查看。");
        SentBackBecause = reason.Needed(LongestReason, "退回理由", new RuleBroken("send-back-reason", "请写明退回修改的理由。") { Field = "Reason" });
        State = InterviewState.Draft;
    }

    /// <summary>Refuses what does not wait for the signature (interview-not-to-sign) and a time that no longer suits (<see cref="InterviewRules.MustSuit"/>).</summary>
    public void MustBeReadyToSign(InterviewRules rules, WorkingCalendar calendar, DateTime now)
    {
        MustBe(InterviewState.ToSign, "interview-not-to-sign", "这份约谈通知不在待签发状态，可能已由他人签发，或已经退回、了结。请刷新后查看。");
        rules.MustSuit(MeetsAt!.Value, Minutes, calendar, now);
    }

    internal void Sign(string number, Guid paperId, string by, DateTime now)
    {
        State = InterviewState.Noticed;
        (Number, PaperId, SignedBy, SignedAt) = (number, paperId, by, now);
    }

    /// <summary>A new time by a new decision. Refuses what is not noticed (interview-not-noticed), no reason (change-reason), and a time that does not suit.</summary>
    public InterviewChange Move(InterviewMove move, InterviewRules rules, WorkingCalendar calendar, string by, DateTime now)
    {
        MustBe(InterviewState.Noticed, "interview-not-noticed", "只有已经通知、尚未进行的约谈可以改期或取消。请刷新后查看。");
        var before = MeetsAt!.Value;
        var reason = move.Reason.Needed(LongestReason, "改期理由", new RuleBroken("change-reason", "请写明改期或取消的理由。") { Field = "Reason" });
        MeetsAt = rules.MeetingOf(move.On, move.At, Minutes, calendar, now);
        Place = move.Place.Within(100, "约谈地点", nameof(Place)) ?? Place;
        Sequence++;
        var change = new InterviewChange(this, before, MeetsAt, reason, by, now);
        changes.Add(change);
        return change;
    }

    /// <summary>Takes the summons back by a new decision. Refuses what is not noticed (interview-not-noticed) and no reason (change-reason).</summary>
    public InterviewChange Cancel(string? because, string by, DateTime now)
    {
        MustBe(InterviewState.Noticed, "interview-not-noticed", "只有已经通知、尚未进行的约谈可以改期或取消。请刷新后查看。");
        var reason = because.Needed(LongestReason, "取消理由", new RuleBroken("change-reason", "请写明改期或取消的理由。") { Field = "Reason" });
        Sequence++;
        var change = new InterviewChange(this, MeetsAt!.Value, null, reason, by, now);
        changes.Add(change);
        End(InterviewState.Cancelled, "约谈已取消", now);
        return change;
    }

    /// <summary>A draft is given up before anybody was told.</summary>
    public void Drop(DateTime now)
    {
        if (State is not (InterviewState.Draft or InterviewState.ToSign))
        {
            throw new RuleBroken("interview-not-draft", "已经签发的约谈不能终止，可以改期或取消。");
        }

        End(InterviewState.Cancelled, "签发前终止", now);
    }

    /// <summary>
    /// Records who came. Refuses before the hour (meeting-early), what is not noticed (interview-not-noticed), no names (attendance), a deputy where the notice
    /// allows none (no-deputy).
    /// </summary>
    public void Hold(Attendance who, DateTime now)
    {
        MustHaveCome(now);
        var deputy = who.Deputy.Within(50, "代为到场的人", "Deputy");
        if (deputy is not null && !DeputyMay)
        {
            throw new RuleBroken("no-deputy", "通知书没有允许委托他人，由他人到场的不能记为到场。请记为未到场，或改期后由本人到场。") { Field = "Deputy" };
        }

        Attendees = who.Attendees.Needed(LongestReason, "到场人员", new RuleBroken("attendance", "请写明到场人员和记录人。") { Field = "Attendees" });
        Recorder = who.Recorder.Needed(50, "记录人", new RuleBroken("attendance", "请写明到场人员和记录人。") { Field = "Recorder" });
        (State, HeldAt, Deputy) = (InterviewState.Held, now, deputy);
    }

    /// <summary>The summoned stayed away; what follows stands in the rules' text. Refuses as <see cref="Hold"/>, and without the facts (no-show-facts).</summary>
    public void StayAway(string? facts, DateTime now)
    {
        MustHaveCome(now);
        Attendees = facts.Needed(LongestReason, "未到场的情况", new RuleBroken("no-show-facts", "请写明未到场的情况和对方说明的理由。") { Field = "Facts" });
        HeldAt = now;
        End(InterviewState.NoShow, "被约谈人未到场", now);
    }

    /// <summary>Refuses before it was held and once the minutes are signed (interview-not-held), and a missing part (minutes-text).</summary>
    public void WriteMinutes(InterviewMinutes minutes)
    {
        MustBe(InterviewState.Held, "interview-not-held", "只有已经进行、纪要尚未签发的约谈可以填写纪要。请刷新后查看。");
        Statement = Part(minutes.Statement, "约谈方指出的问题", nameof(Statement));
        Explanation = Part(minutes.Explanation, "被约谈方的说明", nameof(Explanation));
        Demands = Part(minutes.Demands, "约谈方的要求", nameof(Demands));
        Reply = Part(minutes.Reply, "被约谈方的表态", nameof(Reply));
    }

    internal void Add(FollowUp followUp) => followUps.Add(followUp);

    /// <summary>Refuses before the minutes are written (minutes-text) and when they are signed already (interview-not-held).</summary>
    public void MustBeReadyForMinutes()
    {
        MustBe(InterviewState.Held, "interview-not-held", "约谈尚未进行，或者纪要已经签发。请刷新后查看。");
        if (Statement is null)
        {
            throw new RuleBroken("minutes-text", "纪要尚未填写，不能签发。请办公室先填写纪要。");
        }
    }

    internal void SignMinutes(string number, Guid paperId, DateOnly confirmDueOn)
    {
        State = InterviewState.Minuted;
        (MinutesNumber, MinutesPaperId, ConfirmDueOn, Check) = (number, paperId, confirmDueOn, MinutesCheck.Open);
    }

    /// <summary>The unit's word on the minutes; an objection has its reason (objection-text). Refuses a second word and one after the term (check-over).</summary>
    public void CheckMinutes(bool agrees, string? objection, string by, DateTime now)
    {
        if (State != InterviewState.Minuted || Check != MinutesCheck.Open)
        {
            throw new RuleBroken("check-over", "纪要已经确认、提出异议或期限届满。仍有不同意见的，请书面报送领导小组办公室。");
        }

        if (!agrees)
        {
            Objection = objection.Needed(LongestText, "异议", new RuleBroken("objection-text", "请写明哪一处与事实不符，应当如何记载。") { Field = nameof(Objection) });
        }

        (Check, CheckedBy, CheckedAt) = (agrees ? MinutesCheck.Confirmed : MinutesCheck.Objected, by, now);
        if (agrees)
        {
            GoOn(now);
        }
    }

    /// <summary>Silence until the end of the term counts as told; false when there is nothing to end.</summary>
    public bool EndCheck(DateTime now)
    {
        if (State != InterviewState.Minuted || Check != MinutesCheck.Open || ConfirmDueOn is not { } due || ChinaTime.EndOf(due) > now)
        {
            return false;
        }

        (Check, CheckedAt) = (MinutesCheck.Told, now);
        GoOn(now);
        return true;
    }

    /// <summary>
    /// The office answers an objection: the minutes stand, or are written anew and signed under a new number. Refuses without an objection
    /// (no-objection) or an answer (objection-answer).
    /// </summary>
    public void AnswerObjection(bool rewrite, string? answer, DateTime now)
    {
        if (State != InterviewState.Minuted || Check != MinutesCheck.Objected)
        {
            throw new RuleBroken("no-objection", "没有待答复的异议，可能已由他人答复。请刷新后查看。");
        }

        ObjectionAnswer = answer.Needed(LongestText, "答复", new RuleBroken("objection-answer", "请写明对异议的答复。") { Field = nameof(ObjectionAnswer) });
        if (rewrite)
        {
            State = InterviewState.Held;
            return;
        }

        GoOn(now);
    }

    /// <summary>Closes it once nothing is open any more.</summary>
    internal void CloseIfDone(DateTime now)
    {
        if (State == InterviewState.FollowUp && followUps.TrueForAll(f => !f.IsOpen))
        {
            End(InterviewState.Closed, "约谈要求已全部落实", now);
        }
    }

    /// <summary>The matter ended: everything open ends with it.</summary>
    public void Settle(string because, DateTime now)
    {
        if (IsOpen)
        {
            followUps.ForEach(f => f.Settle(now));
            End(InterviewState.Settled, because, now);
        }
    }

    private void GoOn(DateTime now)
    {
        State = InterviewState.FollowUp;
        CloseIfDone(now);
    }

    private void End(InterviewState state, string because, DateTime now) => (State, EndedBecause, EndedAt) = (state, because, now);

    private void MustHaveCome(DateTime now)
    {
        MustBe(InterviewState.Noticed, "interview-not-noticed", "这次约谈不在已通知状态，可能已经记录、取消或了结。请刷新后查看。");
        if (MeetsAt > now)
        {
            throw new RuleBroken("meeting-early", "约谈时间未到，不能记录。提前进行的，请先改期。");
        }
    }

    private void MustBe(InterviewState state, string code, string otherwise) => _ = State == state ? true : throw new RuleBroken(code, otherwise);

    private static string Text(string? text, int most, string what, string field) =>
        text.Needed(most, what, new RuleBroken("interview-text", "请填写{0}。", what) { Field = field });

    private static string Part(string? text, string what, string field) =>
        text.Needed(LongestMinutes, what, new RuleBroken("minutes-text", "请填写{0}。没有的请写“无”。", what) { Field = field });
}

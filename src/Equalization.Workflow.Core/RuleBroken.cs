using System.Globalization;

namespace Equalization.Workflow.Core;

/// <summary>
/// A rule of the field that an action would break. The message is Chinese and ends in what the person can do; it is kept
/// with its arguments so that a page can show it in another language. Code is stable and meant for programs.
/// </summary>
public sealed class RuleBroken(string code, string message, params object[] arguments)
    : Exception(arguments.Length == 0 ? message : string.Format(CultureInfo.InvariantCulture, message, arguments))
{
    /// <summary>The thing is not there, or not there for this person: the two look alike on purpose.</summary>
    public const string NotFound = "not-found";

    /// <summary>The thing may be seen, but this act is not this person's.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>Somebody changed the thing after the form was opened.</summary>
    public const string Stale = "stale";

    public string Code { get; } = code;

    public string Format { get; } = message;

    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>The input the message belongs to, when it is one field.</summary>
    public string? Field { get; init; }

    public static RuleBroken Missing() =>
        new(NotFound, "没有找到这条记录，或者您无权查看。请从列表重新打开，或联系领导小组办公室。");

    public static RuleBroken Forbidden() =>
        new(NotAllowed, "以您当前的身份不能办理这一步。请切换到负责该事项的岗位，或联系领导小组办公室。");

    public static RuleBroken Changed() =>
        new(Stale, "您打开表单之后，这条记录已被他人修改。您填写的内容仍保留在页面上，请核对最新情况后再次提交。");
}

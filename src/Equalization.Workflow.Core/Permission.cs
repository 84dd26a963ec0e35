namespace Equalization.Workflow.Core;

/// <summary>Turns an answer of a permission class into a refusal.</summary>
public static class Permission
{
    /// <summary>Refuses with not-allowed unless the answer is yes.</summary>
    public static void Require(bool allowed)
    {
        if (!allowed)
        {
            throw RuleBroken.Forbidden();
        }
    }

    /// <summary>Refuses with not-found when the thing is absent or hidden from the person.</summary>
    public static T Found<T>(T? thing, Func<T, bool> visible)
        where T : class =>
        thing is not null && visible(thing) ? thing : throw RuleBroken.Missing();
}

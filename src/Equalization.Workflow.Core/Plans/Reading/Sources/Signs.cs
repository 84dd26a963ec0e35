namespace Equalization.Workflow.Core.Plans.Reading.Sources;

/// <summary>Kinds of character in folded plan text.</summary>
internal static class Signs
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    public static bool EndsSentence(char c) => c is '。' or '!' or '?' or ';';

    public static bool EndsClause(char c) => EndsSentence(c) || c is ',' or ':' or '\n';

    /// <summary>A sign that joins the parts of a list of units.</summary>
    public static bool PartsUnits(char c) => c is '、' or ',' or ';' or '|' or '/' || char.IsWhiteSpace(c);
}

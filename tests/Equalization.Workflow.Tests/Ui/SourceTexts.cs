using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Equalization.Workflow.Tests.Ui;

/// <summary>Finds the interface's texts in the sources: the keys that are looked up, and Chinese that is not.</summary>
internal static partial class SourceTexts
{
    public static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!folder.EnumerateFiles("*.sln").Any())
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The sources are not where they were compiled.");
        }

        return folder.FullName;
    }

    public static IEnumerable<(string File, string Text)> Files(string extension) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(), "src"), $"*{extension}", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root(), file).Replace('\\', '/')
        where !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains("/node_modules/")
        orderby path
        select (path, File.ReadAllText(file));

    /// <summary>Keys in L["…"], Mark("…"), the messages of broken rules, the reasons of lights and of mails.</summary>
    public static IEnumerable<string> Keys(string source)
    {
        var bare = WithoutComments(source);
        return Looked().Matches(bare).Concat(Marked().Matches(bare)).Concat(Refused().Matches(bare)).Concat(Mailed().Matches(bare)).Concat(Reasoned().Matches(bare))
            .Select(match => Regex.Unescape(match.Groups["key"].Value))
            .Where(key => Chinese().IsMatch(key));
    }

    /// <summary>Chinese in a page that no reader of English could get rid of.</summary>
    public static IEnumerable<string> Stray(string page) =>
        Chinese().Matches(Marked().Replace(Looked().Replace(WithoutComments(page), ""), "")).Select(match => match.Value);

    /// <summary>A message put together by interpolation cannot be looked up: it takes {0} and arguments instead.</summary>
    public static IEnumerable<string> Unlookable(string source) =>
        Interpolated().Matches(WithoutComments(source)).Select(match => match.Value).Where(text => Chinese().IsMatch(text));

    private static string WithoutComments(string source) => Comments().Replace(source, match => match.Groups["kept"].Value);

    [GeneratedRegex("""(?<kept>@?"(?:\\.|[^"\\\n])*")|@\*.*?\*@|<!--.*?-->|/\*.*?\*/|(?<![:"'])//[^\n]*""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("""\b[Ll]\[\s*"(?<key>(?:\\.|[^"\\])*)"(?:\s*,(?:[^\[\]]|\[[^\]]*\])*)?\]""")]
    private static partial Regex Looked();

    [GeneratedRegex("""\bMark\(\s*"(?<key>(?:\\.|[^"\\])*)"\s*\)""")]
    private static partial Regex Marked();

    [GeneratedRegex("""(?:\bRuleBroken|\bnew)\(\s*(?:"[^"\n]*"|[\w.]+)\s*,\s*"(?<key>(?:\\.|[^"\\])*)"\s*[,)]""")]
    private static partial Regex Refused();

    [GeneratedRegex("""\b(?:MailReason|Remark)\(\s*"(?<key>(?:\\.|[^"\\])*)"\s*[,)]""")]
    private static partial Regex Mailed();

    [GeneratedRegex("""\((?:Light\.\w+|true|false),\s*"(?<key>(?:\\.|[^"\\])*)"\s*,""")]
    private static partial Regex Reasoned();

    [GeneratedRegex("""(?:\b[Ll]\[|\bRuleBroken\(\s*(?:"[^"\n]*"|[\w.]+)\s*,)\s*\$@?"[^"\n]*""")]
    private static partial Regex Interpolated();

    [GeneratedRegex("""[\u3400-\u9fff\u3000-\u303f\uff01-\uff5e]+""")]
    private static partial Regex Chinese();
}

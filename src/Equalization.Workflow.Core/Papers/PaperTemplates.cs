using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Equalization.Workflow.Core.Papers;

/// <summary>
/// How a county words one kind of paper around what the program composes: a text that is given takes the place of the composed one, opening and
/// closing stand before and after the text. Texts may hold {{占位符}}, filled from the composed paper.
/// </summary>
public sealed record PaperTemplate
{
    public required PaperKind Kind { get; init; }

    public string? Title { get; init; }

    public string? RedHead { get; init; }

    public string? Urgency { get; init; }

    public IReadOnlyList<string> Opening { get; init; } = [];

    public IReadOnlyList<string> Closing { get; init; } = [];

    public string? Note { get; init; }

    public IReadOnlyList<string>? CopiesTo { get; init; }

    public string? PrintedBy { get; init; }
}

/// <summary>A template that cannot be used: which file, where in it, and what to mend. The program does not start with one.</summary>
public sealed class PaperTemplateFault(string file, string place, string fault) : Exception($"{file}：{place}：{fault}")
{
    public string File { get; } = file;

    public string Place { get; } = place;
}

/// <summary>
/// The templates of a folder, one file a kind; a kind without file goes out as composed. A paper is dressed before it is signed, so that a
/// later change of a template changes no paper that stands.
/// </summary>
public sealed partial class PaperTemplates
{
    /// <summary>Before the name of one of the form's boxes: {{栏目.事项}}.</summary>
    private const string BoxPrefix = "栏目.";

    public static readonly PaperTemplates None = new([]);

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private static readonly FrozenDictionary<string, Func<PaperDocument, string?>> Known = new Dictionary<string, Func<PaperDocument, string?>>
    {
        ["标题"] = p => p.Title,
        ["发文字号"] = p => p.Number,
        ["主送"] = p => string.Join('、', p.Addressees),
        ["署名"] = p => p.SignedBy,
        ["成文日期"] = p => p.SignedOn is { } on ? $"{on.Year}年{on.Month}月{on.Day}日" : null,
        ["签发人"] = p => p.Signatory,
        ["附注"] = p => p.Note,
        ["紧急程度"] = p => p.Urgency,
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<PaperKind, PaperTemplate> templates;

    private PaperTemplates(IEnumerable<PaperTemplate> all) => templates = all.ToFrozenDictionary(t => t.Kind);

    /// <summary>Reads all *.json of a folder. Throws <see cref="PaperTemplateFault"/> for a file that is broken, names a placeholder or a box that its kind has not, or is the second of its kind.</summary>
    public static PaperTemplates Load(string folder)
    {
        var read = new List<(string File, PaperTemplate Template)>();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            var template = Read(file, Text(file, File.ReadAllBytes(path)));
            if (read.Find(t => t.Template.Kind == template.Kind) is { File: { } other })
            {
                throw new PaperTemplateFault(file, "kind", $"{template.Kind} 已有模板 {other}，同一种公文只能有一个模板。");
            }

            read.Add((file, template));
        }

        return new PaperTemplates(read.Select(r => r.Template));
    }

    /// <summary>The paper in the county's words. A box that this one paper of its kind leaves out fills as nothing.</summary>
    public PaperDocument Dress(PaperDocument paper)
    {
        if (!templates.TryGetValue(paper.Kind, out var template))
        {
            return paper;
        }

        return paper with
        {
            Title = Fill(template.Title) ?? paper.Title,
            RedHead = Fill(template.RedHead) ?? paper.RedHead,
            Urgency = Fill(template.Urgency) ?? paper.Urgency,
            Body = [.. Paragraphs(template.Opening), .. paper.Body, .. Paragraphs(template.Closing)],
            Note = Fill(template.Note) ?? paper.Note,
            CopiesTo = template.CopiesTo is { } copies ? [.. paper.CopiesTo, .. copies.Select(Fill).OfType<string>().Except(paper.CopiesTo)] : paper.CopiesTo,
            PrintedBy = Fill(template.PrintedBy) ?? paper.PrintedBy,
        };

        IEnumerable<PaperBlock> Paragraphs(IReadOnlyList<string> texts) => texts.Select(Fill).OfType<string>().Select(t => new PaperParagraph(t));

        // Once over the text: what a value holds is never read as a placeholder. A text that has nothing to say is left out.
        string? Fill(string? text) => text is null
            ? null
            : Placeholder().Replace(text, m => ValueOf(m.Groups[1].Value.Trim())) is { } filled && !string.IsNullOrWhiteSpace(filled) ? filled : null;

        string ValueOf(string name) => (name.StartsWith(BoxPrefix, StringComparison.Ordinal)
            ? paper.Fields.FirstOrDefault(f => f.Name == name[BoxPrefix.Length..])?.Value
            : Known[name](paper)) ?? "";
    }

    private static PaperTemplate Read(string file, string json)
    {
        PaperTemplate template;
        try
        {
            template = JsonSerializer.Deserialize<PaperTemplate>(json, Options) ?? throw new PaperTemplateFault(file, "$", "文件内容为空。");
        }
        catch (JsonException e)
        {
            throw new PaperTemplateFault(file, $"第 {e.LineNumber + 1} 行 {e.Path}", "不是有效的模板，项目名称或写法有误：" + e.Message);
        }

        foreach (var (place, text) in Texts(template))
        {
            Check(file, json, template.Kind, place, text);
        }

        return template;
    }

    /// <summary>Strictly UTF-8: another encoding would print as question marks and nobody would know why.</summary>
    private static string Text(string file, byte[] bytes)
    {
        var text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        var good = 0;
        // No text holds a zero; UTF-16 is full of them.
        while (good < text.Length && text[good] != 0 && Rune.DecodeFromUtf8(text[good..], out _, out var taken) == OperationStatus.Done)
        {
            good += taken;
        }

        return good == text.Length
            ? Encoding.UTF8.GetString(text)
            : throw new PaperTemplateFault(file, Line(Encoding.UTF8.GetString(text[..good]), good), "文件不是 UTF-8 编码（可能是 GBK 或 UTF-16）。请另存为 UTF-8 后再启动。");
    }

    private static string Line(string text, int before) => $"第 {text.AsSpan(0, Math.Min(before, text.Length)).Count('\n') + 1} 行";

    /// <summary>Line and item of what is wrong: where it stands as it is, else where its item begins (the file may write characters by their numbers).</summary>
    private static string Place(string json, string place, string wrong)
    {
        var at = json.IndexOf(wrong, StringComparison.Ordinal);
        return $"{Line(json, at >= 0 ? at : Math.Max(json.IndexOf($"\"{place}\"", StringComparison.Ordinal), 0))} {place}";
    }

    private static IEnumerable<(string Place, string? Text)> Texts(PaperTemplate t) =>
    [
        ("title", t.Title), ("redHead", t.RedHead), ("urgency", t.Urgency), .. t.Opening.Select(o => ("opening", (string?)o)), .. t.Closing.Select(c => ("closing", (string?)c)), ("note", t.Note),
        .. (t.CopiesTo ?? []).Select(c => ("copiesTo", (string?)c)), ("printedBy", t.PrintedBy),
    ];

    private static void Check(string file, string json, PaperKind kind, string place, string? text)
    {
        foreach (Match match in Placeholder().Matches(text ?? ""))
        {
            if (Fault(kind, match.Groups[1].Value.Trim()) is { } fault)
            {
                throw new PaperTemplateFault(file, Place(json, place, match.Value), $"占位符 {match.Value} {fault}");
            }
        }

        var rest = Placeholder().Replace(text ?? "", "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
        {
            throw new PaperTemplateFault(file, Place(json, place, text!), $"“{text}”中的双花括号没有成对。");
        }
    }

    /// <summary>Why a placeholder cannot be filled in papers of a kind, and which can; null for a right one.</summary>
    private static string? Fault(PaperKind kind, string name)
    {
        if (!name.StartsWith(BoxPrefix, StringComparison.Ordinal))
        {
            return Known.ContainsKey(name) ? null
                : $"不认识。可用的有 {string.Join('、', Known.Keys.Order(StringComparer.Ordinal).Select(k => $"{{{{{k}}}}}"))} 和 {{{{{BoxPrefix}栏目名}}}}。";
        }

        var boxes = PaperBoxes.Of(kind);
        return boxes.Contains(name[BoxPrefix.Length..]) ? null
            : boxes.Count == 0 ? $"不能用：{kind} 这种公文没有栏目。" : $"在 {kind} 这种公文里没有对应的栏目。可用的栏目有 {string.Join('、', boxes)}。";
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Placeholder();
}

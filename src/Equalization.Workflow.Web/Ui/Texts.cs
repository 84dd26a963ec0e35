using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>
/// The interface's texts. The Chinese text is its own key; the English comes from the embedded files Resources/en*.json,
/// read once. A key without English is shown in Chinese and marked as not found.
/// </summary>
public sealed class Texts(IReadOnlyDictionary<string, string> english) : IStringLocalizer
{
    /// <summary>Each language is offered under its own name.</summary>
    public const string ChineseName = "中文";

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    public LocalizedString this[string name] => Find(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(name);
            return new(name, string.Format(new TextFormat(CultureInfo.CurrentUICulture), found.Value, arguments), found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => english.Keys.Select(Find);

    /// <summary>Marks a literal as a key that is looked up later, so that the translation test finds it.</summary>
    public static string Mark(string key) => key;

    /// <summary>All embedded files in one. Two files that translate one key differently are a fault of the build, not of the reader.</summary>
    public static Texts Load() =>
        new(Merge(typeof(Texts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Texts.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, (IReadOnlyDictionary<string, string>)Read(name)))));

    public static IReadOnlyDictionary<string, string> Merge(IEnumerable<(string File, IReadOnlyDictionary<string, string> Texts)> files)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, texts) in files)
        {
            foreach (var (key, text) in texts)
            {
                if (!all.TryAdd(key, text) && all[key] != text)
                {
                    throw new InvalidOperationException($"{file} translates “{key}” as “{text}”, another file as “{all[key]}”.");
                }
            }
        }

        return all;
    }

    private static Dictionary<string, string> Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Strict)!;
    }

    private LocalizedString Find(string key) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en"
            ? new(key, key)
            : english.TryGetValue(key, out var text) ? new(key, text) : new(key, key, resourceNotFound: true);
}

using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Processes;

/// <summary>The interface's word for each port and each event that the definitions name, as a key of the texts.</summary>
public static class EventWords
{
    public static IReadOnlyDictionary<string, string> Ports { get; } = new Dictionary<string, string>
    {
        ["Done"] = Texts.Mark("完成"),
        ["True"] = Texts.Mark("是"),
        ["False"] = Texts.Mark("否"),
        ["Default"] = Texts.Mark("其他"),
    };

    public static IReadOnlyDictionary<string, string> Events { get; } = new Dictionary<string, string>
    {
    };
}

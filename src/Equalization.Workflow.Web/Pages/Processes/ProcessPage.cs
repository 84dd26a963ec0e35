using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Processes;

/// <summary>A page that shows processes: how their names, pictures and addresses are made.</summary>
public abstract class ProcessPage : WorkPage
{
    public ProcessWords Words(IReadOnlyDictionary<string, string> names) => new(L, names.GetValueOrDefault);

    public HistoryWords History(IReadOnlyDictionary<string, string> names) => new(L, Words(names));

    public string HrefOf(string definitionId) => Url.Content($"~/Processes/Definition/{Uri.EscapeDataString(definitionId)}");

    public string HrefOf(Guid instanceId) => Url.Content($"~/Processes/Instance/{instanceId}");

    protected ProcessView? ViewOf(InstanceFile file) =>
        file.Definition is null ? null : ProcessView.Of(file, file.Definition, Words(file.Names), L, HrefOf, HrefOf);
}

using System.Globalization;
using System.Text.RegularExpressions;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Processes;

/// <summary>The pictures and the README beside the definitions, and the words for what the definitions name.</summary>
public sealed partial class ProcessHandbookTests
{
    private const string Anew = "Make them anew: dotnet run --project src/Equalization.Workflow.Web -- draw-processes workflows";

    private static readonly string Folder = Repository.PathOf("workflows");

    [Fact]
    public async Task The_pictures_and_the_README_are_what_the_definitions_give()
    {
        await using var city = await TestCity.Create();
        var old = Outdated(Handbook(city).Files(), Folder);

        Assert.True(old.Count == 0, $"{string.Join(", ", old)}: not what the definitions give. {Anew}");
    }

    [Fact]
    public async Task A_picture_that_nobody_drew_anew_is_found()
    {
        await using var city = await TestCity.Create();
        var files = Handbook(city).Files().ToDictionary(f => f.Key, f => f.Key == "help-request.svg" ? f.Value + "<!-- moved -->" : f.Value);

        Assert.Equal(["help-request.svg"], Outdated(files, Folder));
    }

    [Fact]
    public async Task No_picture_of_ours_has_a_box_on_another_or_a_line_astray()
    {
        await using var city = await TestCity.Create();
        var words = new ProcessWords(Texts.Load());

        Assert.All(Definitions(city), definition => Assert.Empty(DrawingTests.Faults(definition, new Sketcher(words).Draw(definition))));
    }

    [Fact]
    public async Task Whatever_a_definition_names_has_its_word()
    {
        await using var city = await TestCity.Create();
        var words = new ProcessWords(Texts.Load());
        var nodes = Definitions(city).SelectMany(d => d.Nodes).ToList();
        var ports = nodes.SelectMany(n => n.Activity.PortsOf(n).Names.Select(p => words.Port(n.Activity.Type, p)));
        var events = nodes.Where(n => n.Activity is Event or PublishEvent).Select(n => n.Inputs["eventName"]).OfType<Constant>().Select(c => words.EventName((string)c.Value!));
        var values = nodes.SelectMany(n => n.Inputs.Keys.Concat(n.Activity.Outputs.Select(o => o.Name))).Where(name => name is not ("branches" or "mode" or "dateTime"));

        Assert.Empty(nodes.Select(words.Step).Concat(ports).Concat(events).Where(text => !Chinese().IsMatch(text)).Distinct());
        Assert.Empty(values.Where(name => !ProcessNames.Values.ContainsKey(name)).Distinct());
    }

    [Fact]
    public async Task Whatever_a_definition_says_has_its_English()
    {
        await using var city = await TestCity.Create();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        try
        {
            var words = new ProcessWords(Texts.Load());
            var said = Definitions(city).SelectMany(d => d.Nodes.Select(words.Step)
                .Concat(d.Nodes.SelectMany(n => n.Activity.PortsOf(n).Names.Select(p => words.Port(n.Activity.Type, p))))
                .Append(Texts.Load()[d.Name].Value).Append(Texts.Load()[d.Description ?? ""].Value));

            Assert.Empty(said.Where(text => Chinese().IsMatch(text)).Distinct());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static List<string> Outdated(IReadOnlyDictionary<string, string> files, string folder)
    {
        var kept = Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).ToList();
        return
        [
            .. files.Where(f => !kept.Contains(f.Key) || File.ReadAllText(Path.Combine(folder, f.Key)) != f.Value).Select(f => f.Key)
                .Concat(kept.Except(files.Keys)).Order(StringComparer.Ordinal),
        ];
    }

    private static ProcessHandbook Handbook(TestCity city) => new(Definitions(city), city.Services.GetRequiredService<ActivityRegistry>(), Texts.Load());

    private static IReadOnlyList<Definition> Definitions(TestCity city) => new DefinitionReader(city.Services.GetRequiredService<ActivityRegistry>()).ReadFolder(Folder);

    [GeneratedRegex("[\u3400-\u9fff]")]
    private static partial Regex Chinese();
}

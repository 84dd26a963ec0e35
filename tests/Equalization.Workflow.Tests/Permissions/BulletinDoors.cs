using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Bulletins: each act has one in the state in which it may be done.</summary>
public static partial class Doors
{
    private const string BulletinOffice = "s + - - - - - - 0 0 0 0 p";

    /// <summary>A draft is the office's; leaders and the auditor read it.</summary>
    private const string BulletinDraft = "s + 0 0 0 - - - 0 0 0 0 p";

    private static IEnumerable<Door> Bulletins =>
    [
        At("GET /Bulletins/Index", Ledger, "/Bulletins"),
        At("GET /Bulletins/Public", Everyone, "/Bulletins/Public"),
        new("GET /Bulletins/PublicOne", Everyone, async s => $"/Bulletins/Public/{(await s.PublicBulletin()).Id}"),
        At("GET /Rules/Bulletins", Rules, "/Rules/Bulletins"),
        Form("POST /Rules/Bulletins", "s - - - - - - + - - - - p", "/Rules/Bulletins", _ =>
            [("Input.Number", "1"), ("Input.FactCheckWorkingDays", "3"), ("Input.Ranking", "true"), ("Input.Note", "试行。")]) with { OnlyRefused = true },
        At("GET /Bulletins/Draft", "s + - - - - - - - - + - p", "/Bulletins/Draft"),
        new("POST /Bulletins/Draft", "s + - - - - - - - - + - p", _ => Task.FromResult("/Bulletins/Draft"), async s =>
            [("Input.Kind", "Criticism"), ("Input.On", $"{(await s.SealedDay()).On:yyyy-MM-dd}")]),
        OnBulletin("GET /Bulletins/One", "s + + + + + + - 0 0 0 0 p", BulletinState.FactCheck, ""),
        OnBulletin("GET /Bulletins/Rows", "s + + + + + + - 0 0 0 0 p", BulletinState.FactCheck, "/Rows"),
        OnBulletin("GET Bulletins.Tables", "s + + + + + + - 0 0 0 0 p", BulletinState.FactCheck, "/Tables.xlsx"),
        OnBulletin("POST /Bulletins/One?handler=Confirm", "s - + + - - - - 0 0 0 0 p", BulletinState.FactCheck, "?handler=Confirm", LeadLine),
        OnBulletin("POST /Bulletins/One?handler=ConfirmAll", "s - + + + - - - 0 0 0 0 p", BulletinState.FactCheck, "?handler=ConfirmAll"),
        OnBulletin("POST /Bulletins/One?handler=Object", "s - + + - - - - 0 0 0 0 p", BulletinState.FactCheck, "?handler=Object", LeadLine),
        OnBulletin("POST /Bulletins/One?handler=Write", BulletinDraft, BulletinState.Draft, "?handler=Write", (_, _) =>
            [("Input.Title", "关于滞后事项的通报"), ("Input.Introduction", "截至{截止日}。"), ("Input.Demand", "请整改。"), ("Input.TermOn", "2018-05-31")]),
        OnBulletin("POST /Bulletins/One?handler=Send", BulletinDraft, BulletinState.Draft, "?handler=Send"),
        OnBulletin("POST /Bulletins/One?handler=Drop", BulletinDraft, BulletinState.Draft, "?handler=Drop", (_, _) => [("Input.Reason", "另行起草。")]),
        OnBulletin("POST /Bulletins/One?handler=DropLine", BulletinDraft, BulletinState.Draft, "?handler=DropLine", (s, b) =>
            [.. LeadLine(s, b), ("Input.Reason", "另行办理。")]),
        OnBulletin("POST /Bulletins/One?handler=Answer", BulletinOffice, BulletinState.Deciding, "?handler=Answer", (_, b) =>
        {
            var line = b.Lines.Single(l => l.Check == CheckState.Objected);
            return [("Input.LineId", $"{line.Id}"), ("Input.Version", $"{line.Version}"), ("Input.AnswerText", "佐证不足。")];
        }),
        OnBulletin("POST /Bulletins/One?handler=Publish", BulletinOffice, BulletinState.Signed, "?handler=Publish"),
        OnBulletin("POST /Bulletins/One?handler=Sign", "s + - - - - - - - - 0 - p", BulletinState.Deciding, "?handler=Sign") with { OnlyRefused = true },
    ];

    private static (string Name, string Value)[] LeadLine(StoryCity story, Bulletin bulletin)
    {
        var line = bulletin.LineOf(story.City, StoryCity.Lead);
        return [("Input.LineId", $"{line.Id}"), ("Input.Version", $"{line.Version}"), ("Input.Objection", "已完成。")];
    }

    private static Door OnBulletin(
        string endpoint, string expected, BulletinState state, string rest, Func<StoryCity, Bulletin, (string Name, string Value)[]>? fields = null) =>
        new(endpoint, expected, async s => $"/Bulletins/{(await s.Bulletin(state)).Id}{rest}", async s =>
        {
            var bulletin = await s.Bulletin(state);
            var own = fields?.Invoke(s, bulletin) ?? [];
            return [.. own, .. own.Any(f => f.Name == "Input.Version") ? [] : new[] { ("Input.Version", $"{bulletin.Version}") }];
        });
}

using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Rosters;

/// <summary>Brings tables written as lines of text to the import and looks at what came of them.</summary>
internal static class RosterDesk
{
    public const string UnitHead = "全称,简称,类别,上级单位,别名";
    public const string PeopleHead = "姓名,单位,职务,角色,手机,邮箱,任职日期,用户名";
    public const string ChargeHead = "领导,职务,分管单位,起始日期";

    public static Task<Guid> Bring(this TestCity city, RosterKind kind, params string[] lines) => city.Bring(city.Admin, kind, lines);

    public static Task<Guid> Bring(this TestCity city, Actor actor, RosterKind kind, params string[] lines) => city.Get<RosterService>().Bring(
        actor, kind, "表.csv", new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(HeadOf(kind))))), TestCity.Ct);

    public static async Task<TableCheck> Check(this TestCity city, Guid file) => (await city.Look(file)).Check!;

    public static Task<RosterPreview> Look(this TestCity city, Guid file) => city.Get<RosterService>().Preview(city.Admin, file, TableReading.Plain, TestCity.Ct);

    public static async Task<TableOutcome> Take(this TestCity city, Guid file, bool rightRowsOnly = false) =>
        await city.Get<RosterService>().Take(city.Admin, file, TableReading.Plain, (await city.Look(file)).Mark, rightRowsOnly, TestCity.Ct);

    public static async Task<TableOutcome> Import(this TestCity city, RosterKind kind, params string[] lines) => await city.Take(await city.Bring(kind, lines));

    /// <summary>Row number and code of every fault.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this TestCity city, RosterKind kind, params string[] lines) =>
        [.. (await city.Check(await city.Bring(kind, lines))).Lines.SelectMany(l => l.Faults, (l, f) => $"{l.Row} {f.Column} {f.Refusal.Code}")];

    public static async Task Refuses(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    private static string HeadOf(RosterKind kind) => kind switch
    {
        RosterKind.Units => UnitHead,
        RosterKind.People => PeopleHead,
        RosterKind.Portfolios => ChargeHead,
    };
}

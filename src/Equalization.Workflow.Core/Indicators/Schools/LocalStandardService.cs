using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>A stricter value as a person sets it.</summary>
public sealed record LocalValue(string Rule, string Subject, Level? Level, string Value, int FromYear, string Basis);

/// <summary>Sets where a jurisdiction is stricter than the national standard.</summary>
public sealed class LocalStandardService(Transact transact)
{
    /// <summary>
    /// Sets a stricter value from a school year on; the national value takes an earlier one back. Refuses a laxer one (standard-laxer), no number
    /// (standard-number), a share above one (standard-fraction), what the standard does not have (standard-unknown) and one without its paper (standard-basis).
    /// </summary>
    public Task Set(Actor actor, LocalValue value, CancellationToken ct) => transact.Run(actor, "设定地方标准", (db, act) =>
    {
        Permission.Require(SchoolPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
        if (!SchoolYear.IsYear(value.FromYear))
        {
            throw new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。") { Field = nameof(value.FromYear) };
        }

        var national = StandardBook.For(value.FromYear);
        var row = new LocalStandard
        {
            JurisdictionId = act.Actor.JurisdictionId, Rule = value.Rule, Subject = value.Subject, Level = value.Level, FromYear = value.FromYear,
            Value = value.Value.Needed(LocalStandard.LongestValue, "数值", new RuleBroken("standard-number", "“{0}”要填数字。请只写数字，不写单位。", "数值") { Field = nameof(value.Value) }),
            Basis = value.Basis.Needed(LocalStandard.LongestBasis, "依据", new RuleBroken("standard-basis", "请填写设定该标准的文件名称和文号。") { Field = nameof(value.Basis) }),
            SetBy = act.Actor.Signature(), SetAt = act.At,
        };
        national.Stricter([row.Of(national) ?? throw new RuleBroken("standard-unknown", "标准中没有“{0}”这一项。请从标准表中选择。", value.Rule)]);
        db.Add(row);
        return Task.CompletedTask;
    }, ct);
}

using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>What the first person fills in on an empty database.</summary>
public sealed record SetUp(string JurisdictionCode, string JurisdictionName, string OfficeName, string PersonName, string Post, string UserName, string Password);

/// <summary>Turns an empty database into one with a jurisdiction, its office and the first person, who is administrator and office in one.</summary>
public sealed class SetUpService(Transact transact, AccountService accounts, IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    /// <summary>Whether nothing has been set up yet.</summary>
    public async Task<bool> IsOpen(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return !await db.Jurisdictions.AnyAsync(ct);
    }

    /// <summary>Refuses once it has been done (set-up-done), and empty fields (set-up-field). The set-up code was checked before.</summary>
    public Task Run(SetUp input, CancellationToken ct)
    {
        Require(input.JurisdictionCode, nameof(input.JurisdictionCode));
        Require(input.JurisdictionName, nameof(input.JurisdictionName));
        Require(input.OfficeName, nameof(input.OfficeName));
        Require(input.PersonName, nameof(input.PersonName));
        Require(input.Post, nameof(input.Post));
        var jurisdiction = new Jurisdiction(input.JurisdictionCode.Trim(), input.JurisdictionName.Trim());
        var today = clock.Today();
        return transact.Run(Actor.System(jurisdiction.Id, today), "首次设置", async (db, act) =>
        {
            // Two that both found nothing meet at the mark: the one that loses runs again and finds it.
            if (await db.Jurisdictions.AnyAsync(ct) || await db.SetUpMarks.AnyAsync(ct))
            {
                throw new RuleBroken("set-up-done", "系统已经设置完成。请直接登录，或联系管理员开通账户。");
            }

            var office = new Unit(jurisdiction.Id, input.OfficeName, UnitKind.Office);
            var person = new Person(input.PersonName);
            db.AddRange(
                new SetUpMark { MadeAt = act.At },
                jurisdiction,
                office,
                person,
                new RuleSet { JurisdictionId = jurisdiction.Id, Number = 1, CreatedAt = act.At },
                ReminderRuleSet.Default(jurisdiction.Id, act.At),
                new Membership(jurisdiction.Id, person.Id, office.Id, Role.Office, input.Post, today),
                new Membership(jurisdiction.Id, person.Id, office.Id, Role.Admin, "系统管理员", today));
            await accounts.Add(db, person.Id, input.UserName, input.Password, ct);
        }, ct);
    }

    private static void Require(string value, string field)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new RuleBroken("set-up-field", "这一项不能为空，请填写。") { Field = field };
        }
    }
}

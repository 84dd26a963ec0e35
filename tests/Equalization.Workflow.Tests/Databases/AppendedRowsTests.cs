using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Databases;

/// <summary>Rows that SQLite takes past the change tracker are the same rows, in the same transaction.</summary>
public sealed class AppendedRowsTests
{
    [Fact]
    public async Task A_row_reads_back_with_every_value_it_was_given()
    {
        await using var city = await TestCity.Create();
        var person = city.Office.PersonId;
        var notice = Notice(city, person, "once");
        await city.Transact.Run(city.Office, "试写", (db, _) => Task.FromResult(db.Add(notice)), TestContext.Current.CancellationToken);

        await using var db = await city.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var stored = await db.Notices.AsNoTracking().SingleAsync(n => n.Id == notice.Id, TestContext.Current.CancellationToken);
        Assert.Equivalent(notice, stored, strict: true);
        Assert.Equal(DateTimeKind.Utc, stored.SentAt.Kind);
    }

    [Fact]
    public async Task When_one_of_them_is_refused_nothing_of_the_action_stays()
    {
        await using var city = await TestCity.Create();
        var actor = city.Office;
        var unit = Guid.Empty;
        await Assert.ThrowsAnyAsync<Exception>(() => city.Transact.Run(actor, "试写", (db, _) =>
        {
            var made = new Unit(city.Jurisdiction.Id, "试验单位", UnitKind.Department);
            unit = made.Id;
            db.Add(made);
            db.AddRange(Notice(city, actor.PersonId, "twice"), Notice(city, actor.PersonId, "twice"));
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken));

        await using var db = await city.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await db.Units.AnyAsync(u => u.Id == unit, TestContext.Current.CancellationToken));
        Assert.False(await db.AuditEntries.AnyAsync(a => a.Act == "试写", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_save_broken_off_held_is_not_written_by_the_next_one()
    {
        await using var city = await TestCity.Create();
        var actor = city.Office;
        var notice = Notice(city, actor.PersonId, "broken off");
        await using var db = await city.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using (await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            db.Act = new CurrentAct(actor, "试写", city.Clock.UtcNow());
            db.Add(new Unit(city.Jurisdiction.Id, "试验单位甲", UnitKind.Department));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            using var patience = new CancellationTokenSource();
            db.AddRange(new Unit(city.Jurisdiction.Id, "试验单位乙", UnitKind.Department), notice);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.SaveChangesAsync(patience.Token));
        }

        // As the pool does before the next borrower, who may save without a transaction.
        db.ChangeTracker.Clear();
        db.Act = null;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.False(await db.Notices.AnyAsync(n => n.Id == notice.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_such_type_has_a_key_of_its_own_and_no_version()
    {
        await using var city = await TestCity.Create();
        await using var db = await city.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var types = db.Model.GetEntityTypes().Where(t => t.ClrType.IsDefined(typeof(AppendedAttribute), inherit: false)).ToList();
        Assert.Contains(types, t => t.ClrType == typeof(AuditEntry));
        Assert.All(types, t =>
        {
            Assert.Null(t.FindProperty("Version"));
            Assert.DoesNotContain(t.GetProperties(), p => p.ValueGenerated != Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never);
            Assert.Empty(t.GetNavigations());
        });
    }

    private static Notice Notice(TestCity city, Guid personId, string once) => new()
    {
        Id = Guid.CreateVersion7(),
        JurisdictionId = city.Jurisdiction.Id,
        PersonId = personId,
        Kind = NoticeKind.Urge,
        Format = "“{0}”𠮷",
        Arguments = "[\"甲\"]",
        SubjectKind = "AnnualTask",
        SubjectId = Guid.CreateVersion7(),
        OnceKey = once,
        SentAt = city.Clock.UtcNow(),
    };
}

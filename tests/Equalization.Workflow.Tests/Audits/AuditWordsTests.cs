using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Audits;

public sealed class AuditWordsTests
{
    private static readonly Type[] NeverAudited = [typeof(AuditEntry), typeof(AuditHead), typeof(Notice), typeof(OutgoingMail), typeof(Reminder), typeof(Digest), typeof(ReminderRun)];

    [Fact]
    public async Task Every_kind_of_row_that_the_audit_names_has_its_word()
    {
        await using var city = await TestCity.Create();
        var kinds = await city.Read(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType)
            .Where(t => t.Assembly == typeof(AuditEntry).Assembly && !t.IsDefined(typeof(NotAuditedAttribute), inherit: false)).Select(t => t.Name).Order().ToList()));

        Assert.Equal(kinds, AuditWords.Kinds.Keys.Order());
    }
}

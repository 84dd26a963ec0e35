using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Audits;

public sealed class AuditWordsTests
{
    [Fact]
    public async Task Every_kind_of_row_that_the_audit_names_has_its_word()
    {
        await using var city = await TestCity.Create();
        var kinds = await city.Read(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType)
            .Where(t => t.Assembly == typeof(AuditEntry).Assembly && !t.IsDefined(typeof(NotAuditedAttribute), inherit: false)).Select(t => t.Name).Order().ToList()));

        Assert.Equal(kinds, AuditWords.Kinds.Keys.Order());
    }
}

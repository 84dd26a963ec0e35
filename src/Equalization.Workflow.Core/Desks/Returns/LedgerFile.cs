using Equalization.Workflow.Core.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Desks.Returns;

/// <summary>A ledger that came back.</summary>
public sealed class LedgerFile : BroughtTable
{
    private LedgerFile()
    {
    }

    public LedgerFile(Guid jurisdictionId, string fileName, string sha256, Guid personId, string broughtBy, DateTime broughtAt)
        : base(jurisdictionId, fileName, sha256, personId, broughtBy, broughtAt)
    {
    }
}

/// <summary>Table of the ledgers that came back.</summary>
public sealed class LedgerFileMap : IEntityTypeConfiguration<LedgerFile>
{
    public void Configure(EntityTypeBuilder<LedgerFile> b) => BroughtTableMap.Of(b);
}

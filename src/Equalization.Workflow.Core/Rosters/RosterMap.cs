using Equalization.Workflow.Core.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>Table of the rosters brought in.</summary>
public sealed class RosterMap : IEntityTypeConfiguration<RosterFile>
{
    public void Configure(EntityTypeBuilder<RosterFile> b) => BroughtTableMap.Of(b);
}

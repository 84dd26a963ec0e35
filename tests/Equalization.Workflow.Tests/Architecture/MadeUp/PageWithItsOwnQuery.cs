using Equalization.Workflow.Core;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Architecture.MadeUp;

public sealed class PageWithItsOwnQuery(WorkflowDb db)
{
    public Task<int> Load(CancellationToken ct) => db.Units.CountAsync(ct);
}

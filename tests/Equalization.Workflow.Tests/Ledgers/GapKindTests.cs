using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Ledgers;

/// <summary>How values are kept and shown beside their bounds.</summary>
public sealed class GapKindTests
{
    [Fact]
    public void A_gap_kept_never_looks_closed_by_its_rounding()
    {
        Assert.Equal(3.5699999999m, GapKinds.Kept(GapKind.Indicator, 3.56999999999999m));
        Assert.Equal(0.5000000001m, GapKinds.Kept(GapKind.Coefficient, 0.50000000000001m));
        Assert.Equal(46m, GapKinds.Kept(GapKind.ClassSize, 46m));
    }

    [Fact]
    public void A_value_shown_stands_on_its_side_of_the_bound()
    {
        Assert.Equal("4.19999", LedgerWords.Value(GapKind.Indicator, 4.19999m, 4.2m));
        Assert.Equal("0.50001", LedgerWords.Value(GapKind.Coefficient, 0.50001m, 0.5m));
        Assert.Equal("2.1", LedgerWords.Value(GapKind.Indicator, 2.1m, 4.2m));
        Assert.Equal("—", LedgerWords.Value(GapKind.Indicator, null, 4.2m));
        Assert.Equal("≥ 4.2", LedgerWords.Bound(GapKind.Indicator, 4.2000000000m));
    }
}

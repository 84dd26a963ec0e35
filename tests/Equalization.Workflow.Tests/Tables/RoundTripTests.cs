using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Tests.Tables;

public sealed class RoundTripTests
{
    [Fact]
    public void A_value_is_said_alike_whatever_a_spreadsheet_program_made_of_it()
    {
        Assert.Equal("2020-06-30", Said(RoundKind.Day, TableCell.Of(new DateOnly(2020, 6, 30)), TableCell.Of("2020/6/30"), TableCell.Of("2020年6月30日"), TableCell.Of(20200630m)));
        Assert.Equal("2500", Said(RoundKind.Number, TableCell.Of(2500m), TableCell.Of("2,500"), TableCell.Of("２５００"), TableCell.Of(2500.00000000001m)));
        Assert.Equal("0.625", Said(RoundKind.Percent, TableCell.Of(0.625m), TableCell.Of("62.5%"), TableCell.Of("0.625")));
        Assert.Equal("是", Said(RoundKind.Flag, TableCell.Of("是"), TableCell.Of("√"), TableCell.Of(1m)));
        Assert.Equal("", Said(RoundKind.Flag, default, TableCell.Of("否")));
        Assert.Equal("一\n二", Said(RoundKind.Text, TableCell.Of("一\r\n二"), TableCell.Of(" 一 \n二\u00a0"), TableCell.Of("一\r二")));
        Assert.Equal("约30所", Said(RoundKind.Number, TableCell.Of("约30所")));
    }

    [Fact]
    public void A_seal_knows_its_row_and_what_each_cell_said()
    {
        var id = Guid.CreateVersion7();
        var written = RowSeal.Of('M', id, ["甲", "", "2020-06-30"]);
        var seal = RowSeal.Read('M', written)!;

        Assert.Equal((id, 3), (seal.Id, seal.Count));
        Assert.True(seal.Said(0, "甲") && seal.Said(1, "") && seal.Said(2, "2020-06-30"));
        Assert.False(seal.Said(0, "乙") || seal.Said(1, "甲") || seal.Said(3, ""));
    }

    [Fact]
    public void A_seal_of_another_table_or_with_a_sign_changed_is_none()
    {
        var written = RowSeal.Of('M', Guid.CreateVersion7(), ["甲", "乙"]);

        Assert.Null(RowSeal.Read('D', written));
        Assert.All(Enumerable.Range(0, written.Length), i => Assert.Null(RowSeal.Read('M', written[..i] + (written[i] == 'x' ? 'y' : 'x') + written[(i + 1)..])));
        Assert.All(new[] { "", "M", "3", written[1..], written + "a" }, text => Assert.Null(RowSeal.Read('M', text)));
    }

    [Fact]
    public void A_seal_reads_as_words_in_every_spreadsheet_program() =>
        Assert.All(Enumerable.Range(0, 200), i => Assert.Matches("^[A-Za-z0-9.~]+$", RowSeal.Of('T', Guid.NewGuid(), [$"{i}"])));

    private static string Said(RoundKind kind, params TableCell[] cells) => Assert.Single(cells.Select(new RoundColumn("列", 10, kind).Said).Distinct());
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>The form's boxes and the text's tables, over the whole width of the text area.</summary>
internal static class PaperTables
{
    private const int NameWidth = 1560;
    private const int HalfWidth = (PaperPage.TextWidth / 2) - NameWidth;
    private const int RestWidth = PaperPage.TextWidth - NameWidth - HalfWidth - NameWidth;
    private const int BoxLine = 460;

    /// <summary>A row with more text than this would be pushed onto a page of its own if it had to stay whole.</summary>
    private const int LongestWhole = 240;

    /// <summary>Boxes in their order; two halves in a row share a line, a half left alone takes the whole.</summary>
    public static Table Form(IReadOnlyList<PaperField> fields)
    {
        var table = Frame([NameWidth, HalfWidth, NameWidth, RestWidth]);
        for (var i = 0; i < fields.Count; i++)
        {
            var paired = fields[i].Half && i + 1 < fields.Count && fields[i + 1].Half;
            var lines = paired ? Math.Max(fields[i].Lines, fields[i + 1].Lines) : fields[i].Lines;
            var row = Row(lines * BoxLine + 140, fields[i].Value.Length <= LongestWhole);
            row.Append(Name(fields[i].Name), paired ? Value(fields[i].Value, HalfWidth, 1) : Value(fields[i].Value, PaperPage.TextWidth - NameWidth, 3));
            if (paired)
            {
                i++;
                row.Append(Name(fields[i].Name), Value(fields[i].Value, RestWidth, 1));
            }

            table.Append(row);
        }

        return table;
    }

    public static Table Of(PaperTable source)
    {
        if (source.Columns.Count == 0 || source.Columns.Any(c => c.Width <= 0) || source.Rows.Any(r => r.Count != source.Columns.Count))
        {
            throw new RuleBroken("paper-shape", "表格“{0}”的列与表头不一致。请核对公文模板后重新生成。", source.Caption ?? "");
        }

        var widths = Widths(source.Columns);
        var table = Frame(widths);
        var head = Row(0, isWhole: true);
        head.TableRowProperties!.Append(new TableHeader());
        head.Append(source.Columns.Select((c, i) => Cell(PaperStyles.CellHead, c.Name, widths[i], 1, JustificationValues.Center)));
        table.Append(head);
        foreach (var line in source.Rows)
        {
            var row = Row(0, line.Max(text => text.Length) <= LongestWhole);
            row.Append(line.Select((text, i) => Cell(PaperStyles.Cell, text, widths[i], 1, Align(source.Columns[i].Align))));
            table.Append(row);
        }

        return table;
    }

    private static int[] Widths(IReadOnlyList<PaperColumn> columns)
    {
        var total = columns.Sum(c => c.Width);
        var widths = columns.Select(c => PaperPage.TextWidth * c.Width / total).ToArray();
        widths[^1] += PaperPage.TextWidth - widths.Sum();
        return widths;
    }

    private static JustificationValues Align(PaperAlign align) => align switch
    {
        PaperAlign.Left => JustificationValues.Left,
        PaperAlign.Centre => JustificationValues.Center,
        PaperAlign.Right => JustificationValues.Right,
    };

    private static Table Frame(int[] widths)
    {
        var grid = new TableGrid();
        grid.Append(widths.Select(w => new GridColumn { Width = $"{w}" }));
        return new Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Width = $"{PaperPage.TextWidth}", Type = TableWidthUnitValues.Dxa },
                TableBorders = new TableBorders
                {
                    TopBorder = Line<TopBorder>(), LeftBorder = Line<LeftBorder>(), BottomBorder = Line<BottomBorder>(), RightBorder = Line<RightBorder>(),
                    InsideHorizontalBorder = Line<InsideHorizontalBorder>(), InsideVerticalBorder = Line<InsideVerticalBorder>(),
                },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault
                {
                    TableCellLeftMargin = new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                    TableCellRightMargin = new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa },
                },
            },
            grid);
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" };

    private static TableRow Row(int least, bool isWhole)
    {
        var properties = new TableRowProperties();
        if (isWhole)
        {
            properties.Append(new CantSplit());
        }

        if (least > 0)
        {
            properties.Append(new TableRowHeight { Val = (uint)least, HeightType = HeightRuleValues.AtLeast });
        }

        return new TableRow { TableRowProperties = properties };
    }

    private static TableCell Name(string text) => Cell(PaperStyles.BoxName, text, NameWidth, 1, JustificationValues.Center);

    private static TableCell Value(string text, int width, int span) => Cell(PaperStyles.Box, text, width, span, JustificationValues.Left);

    private static TableCell Cell(string style, string text, int width, int span, JustificationValues align)
    {
        var cell = new TableCell(new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            GridSpan = span > 1 ? new GridSpan { Val = span } : null,
            TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center },
        });
        cell.Append(PaperText.Lines(text).Select(line => PaperText.Paragraph(style, line, p => p.Justification = new Justification { Val = align })));
        return cell;
    }
}

using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents.Pdf;

/// <summary>
/// A table of tasks on a page, whose rules are lost: columns by where the head's words stand, rows by the numbers of the first column. Each cell
/// stands over or under the head of its column, since neither leaves the column's box.
/// </summary>
internal sealed class PdfTable
{
    private const int MostHeadLines = 3;
    private const int LongestHead = 20;

    // Longer, and the first row of the table is among the words.
    private const int LongestBrokenHead = 8;

    private const double Alike = 0.7;

    private readonly IReadOnlyList<PdfSegment> heads;
    private readonly int numbers;

    // Between the rows of the pages so far.
    private double rowGap;

    private PdfTable(IReadOnlyList<PdfSegment> heads, int headLines)
    {
        this.heads = heads;
        HeadLines = headLines;
        numbers = heads.Index().Where(head => head.Item.Text is "序号" or "编号" or "号").Select(head => head.Index).FirstOrDefault(-1);
    }

    public int HeadLines { get; }

    public string Head => string.Join('|', heads.Select(head => head.Text));

    /// <summary>Without numbers nothing shows where a row ends.</summary>
    public bool HasNumbers => numbers >= 0;

    /// <summary>The table whose head begins at this line, if one does; the words of a head may be broken into several lines.</summary>
    public static PdfTable? At(IReadOnlyList<PdfLine> lines, int at)
    {
        for (var count = Math.Min(MostHeadLines, lines.Count - at); count > 0; count--)
        {
            var band = lines.Skip(at).Take(count).ToList();
            // Over the names a line of titles may stand; a group's name is that of units.
            if ((band[0].Segments.Count < 3 && band[0].Segments.Any(segment => !TaskHeads.IsUnits(segment.Text))) || band.Exists(line => IsChapter(line.Text) || line.Segments.Any(segment => IsNumber(segment.Text)))
                || band.Zip(band.Skip(1)).Any(pair => pair.Second.Top - pair.First.Bottom > pair.First.Height))
            {
                continue;
            }

            var heads = Heads(band);
            var longest = heads.Max(head => head.Text.Length);
            if (heads.Count >= 3 && longest <= (count == 1 ? LongestHead : LongestBrokenHead) && TaskHeads.IsHead([.. heads.Select(head => head.Text)]))
            {
                return new PdfTable(heads, count);
            }
        }

        return null;
    }

    public static bool IsChapter(string words) => words.Length > 2 && "一二三四五六七八九十".Contains(words[words[0] is '（' or '(' ? 1 : 0], StringComparison.Ordinal)
        && words.AsSpan(1, 2).ContainsAny("、）)");

    /// <summary>The same table goes on: its head printed once more.</summary>
    public bool IsSame(PdfTable other) => Head == other.Head;

    /// <summary>The same table further on: what its pages so far have shown of its rows still holds.</summary>
    public PdfTable After(PdfTable former)
    {
        rowGap = former.rowGap;
        return this;
    }

    /// <summary>The cells of a row whose rest stands on the next page.</summary>
    public static string[] Joined(string[] row, string[] rest) => [.. row.Zip(rest, (above, below) => BrokenCells.Join(above, below, isFull: true))];

    /// <summary>True for a line that can be part of a row: no segment of it reaches under two heads.</summary>
    public bool Fits(PdfLine line) => line.Segments.All(segment => heads.Count(segment.Overlaps) < 2);

    /// <summary>Words alone under the head of the numbers: no row begins so.</summary>
    public bool IsOutside(PdfLine line) => line.Segments is [var one] && HasNumbers && heads[numbers].Overlaps(one) && !IsNumber(one.Text);

    /// <summary>Numbers that stand left under a centred head are beside it, and nearer to it than to any other.</summary>
    public bool HasNumber(PdfLine line) => HasNumbers && line.Segments.Any(segment => IsNumber(segment.Text) && (ColumnOf(segment) is >= 0 and var under ? under : Nearest(segment)) == numbers);

    private int Nearest(PdfSegment segment) => heads.Index().MinBy(head => Math.Max(head.Item.Left - segment.Right, segment.Left - head.Item.Right)).Index;

    /// <summary>
    /// Rows of a stretch of lines on one page, cell by cell. What stands above the first number belongs to it, unless a row that the page before began ends there.
    /// </summary>
    /// <param name="goesOn">The stretch stands at the top of a page, and the row before it at the foot of another: the first row given may be the rest of that one.</param>
    public IReadOnlyList<string[]> Rows(IReadOnlyList<PdfLine> lines, bool goesOn, out bool isRest)
    {
        var cells = Placed([.. lines.SelectMany(line => line.Segments)]);
        var segments = cells.ConvertAll(cell => cell.Segment);
        var anchors = cells.Where(cell => cell.Column == numbers && IsNumber(cell.Segment.Text)).Select(cell => cell.Segment.Middle).Order().ToList();
        var edges = Edges(segments, anchors);
        var rest = goesOn && anchors.Count > 0 ? RestEnds(segments, anchors) : null;
        isRest = rest is not null || (goesOn && anchors.Count == 0);
        edges = rest is { } end ? [end, .. edges] : edges;
        return
        [
            .. cells.GroupBy(cell => edges.Count(edge => cell.Segment.Middle > edge)).OrderBy(group => group.Key)
                .Select(row => Enumerable.Range(0, heads.Count).Select(column => Words(row.Where(cell => cell.Column == column), cells.Where(cell => cell.Column == column))).ToArray()),
        ];
    }

    /// <summary>
    /// Where the rest of a row ends that began on the page before: at a gap above the first number as wide as those between rows. Null where all of it
    /// belongs to the first number.
    /// </summary>
    private double? RestEnds(List<PdfSegment> segments, List<double> anchors)
    {
        var between = anchors.Zip(anchors.Skip(1), (one, two) => Gaps(segments, one, two).Select(gap => gap.Width).DefaultIfEmpty().Max()).Where(width => width > 0).ToList();
        rowGap = between.Count > 0 ? between.Min() : rowGap;
        var above = Gaps(segments, segments.Min(segment => segment.Middle), anchors[0]).Where(gap => rowGap > 0 && gap.Width > Alike * rowGap).ToList();
        return above.Count > 0 ? above[^1].Middle : null;
    }

    /// <summary>The columns' names, from the lowest line up: what stands over two of them, or over a whole name, names a group.</summary>
    private static List<PdfSegment> Heads(List<PdfLine> band)
    {
        var heads = new List<PdfSegment>();
        foreach (var segment in band.AsEnumerable().Reverse().SelectMany(line => line.Segments))
        {
            var under = heads.FindAll(segment.Overlaps);
            if (under.Count == 0)
            {
                heads.Add(segment);
            }
            else if (under is [var one] && !(TaskHeads.IsColumn(one.Text) && TaskHeads.IsColumn(segment.Text)))
            {
                heads[heads.IndexOf(one)] = new PdfSegment(Math.Min(one.Left, segment.Left), segment.Top, Math.Max(one.Right, segment.Right), one.Bottom, segment.Text + one.Text);
            }
        }

        return [.. heads.OrderBy(head => head.Left)];
    }

    private static bool IsNumber(string text) => text.TrimEnd('.', '、') is { Length: > 0 and <= 4 } digits && digits.All(char.IsAsciiDigit);

    /// <summary>First what stands under a head; then what stands beside all heads, to the column that reaches nearest.</summary>
    private List<(int Column, PdfSegment Segment)> Placed(List<PdfSegment> segments)
    {
        var placed = new List<(int Column, PdfSegment Segment)>();
        var extents = heads.Select(head => (head.Left, head.Right)).ToArray();
        foreach (var segment in segments.Where(segment => ColumnOf(segment) >= 0))
        {
            var column = ColumnOf(segment);
            extents[column] = (Math.Min(extents[column].Left, segment.Left), Math.Max(extents[column].Right, segment.Right));
            placed.Add((column, segment));
        }

        foreach (var segment in segments.Where(segment => ColumnOf(segment) < 0))
        {
            var nearest = extents.Index().MinBy(extent => Math.Max(extent.Item.Left - segment.Right, segment.Left - extent.Item.Right)).Index;
            placed.Add((nearest, segment));
        }

        return placed;
    }

    private int ColumnOf(PdfSegment segment)
    {
        for (var i = 0; i < heads.Count; i++)
        {
            if (heads[i].Overlaps(segment))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Where rows end: in the widest gap through all columns between two numbers. Of gaps alike, the last where numbers stand in the first line of their
    /// row, and the one that leaves the number in the middle where they stand there.
    /// </summary>
    private static List<double> Edges(List<PdfSegment> segments, List<double> anchors)
    {
        var edges = new List<double>();
        var isAtTop = anchors.Count == 0 || segments.TrueForAll(segment => segment.Middle > anchors[0] - (0.4 * segment.Height));
        var start = segments.Min(segment => segment.Top);
        for (var i = 1; i < anchors.Count; i++)
        {
            var gaps = Gaps(segments, anchors[i - 1], anchors[i]);
            var widest = gaps.Select(gap => gap.Width).DefaultIfEmpty().Max();
            var alike = gaps.Where(gap => gap.Width > Alike * widest).Select(gap => gap.Middle).DefaultIfEmpty((anchors[i - 1] + anchors[i]) / 2);
            var centred = (2 * anchors[i - 1]) - start;
            start = isAtTop ? alike.Last() : alike.MinBy(middle => Math.Abs(middle - centred));
            edges.Add(start);
        }

        return edges;
    }

    /// <summary>Fonts differ in how much room they claim above and below, so only the core of each line counts.</summary>
    private static List<(double Width, double Middle)> Gaps(List<PdfSegment> segments, double from, double to)
    {
        var gaps = new List<(double Width, double Middle)>();
        var half = 0.3 * segments.Min(segment => segment.Height);
        var reached = from + half;
        foreach (var segment in segments.Where(segment => segment.Middle >= from && segment.Middle <= to).OrderBy(segment => segment.Middle))
        {
            if (segment.Middle - half > reached)
            {
                gaps.Add((segment.Middle - half - reached, (segment.Middle - half + reached) / 2));
            }

            reached = segment.Middle + half;
        }

        return gaps;
    }

    private static string Words(IEnumerable<(int Column, PdfSegment Segment)> cell, IEnumerable<(int Column, PdfSegment Segment)> column)
    {
        var right = column.Select(one => one.Segment.Right).DefaultIfEmpty().Max();
        var words = "";
        var isFull = true;
        foreach (var (_, segment) in cell.OrderBy(one => one.Segment.Middle).ThenBy(one => one.Segment.Left))
        {
            words = BrokenCells.Join(words, segment.Text.Replace('|', '/'), isFull);
            isFull = segment.Right > right - segment.Height;
        }

        return words;
    }
}

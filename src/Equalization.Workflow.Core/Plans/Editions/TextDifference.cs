namespace Equalization.Workflow.Core.Plans.Editions;

public enum PieceKind
{
    Same,
    Gone,
    New,
}

/// <summary>A stretch of two texts laid over each other: in both, only in the old, or only in the new.</summary>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>
/// Lays a new text over an old one, character by character, by the fewest insertions and deletions (Myers). Texts that differ in more than
/// six hundred characters are shown whole, old before new: a mosaic helps nobody.
/// </summary>
public static class TextDifference
{
    private const int MostSteps = 600;

    /// <summary>Fewer equal characters than this between two changes are counted to the change, so that it reads as words.</summary>
    private const int LeastSame = 2;

    /// <summary>Same and Gone in their order are the old text, Same and New the new one.</summary>
    public static IReadOnlyList<TextPiece> Of(string before, string after)
    {
        var head = Head(before, after);
        var tail = Tail(before, after, head);
        var (old, now) = (before[head..^tail], after[head..^tail]);
        var middle = old.Length == 0 || now.Length == 0 ? null : Steps(old, now);
        return Joined(
        [
            new(PieceKind.Same, before[..head]),
            .. middle ?? [new(PieceKind.Gone, old), new(PieceKind.New, now)],
            new(PieceKind.Same, before[^tail..]),
        ]);
    }

    private static int Head(string before, string after)
    {
        var most = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < most && before[head] == after[head])
        {
            head++;
        }

        // Half of a character beyond the first plane is no text.
        return head > 0 && char.IsHighSurrogate(before[head - 1]) ? head - 1 : head;
    }

    private static int Tail(string before, string after, int head)
    {
        var most = Math.Min(before.Length, after.Length) - head;
        var tail = 0;
        while (tail < most && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        return tail > 0 && char.IsLowSurrogate(before[^tail]) ? tail - 1 : tail;
    }

    /// <summary>The furthest reach on each diagonal, step by step; null when it takes too many.</summary>
    private static List<TextPiece>? Steps(string old, string now)
    {
        var most = Math.Min(old.Length + now.Length, MostSteps);
        var reach = new int[(2 * most) + 3];
        var history = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            history.Add(reach[(most + 1 - d - 1)..(most + 1 + d + 2)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[most + k] < reach[most + k + 2]) ? reach[most + k + 2] : reach[most + k] + 1;
                while (x < old.Length && x - k < now.Length && old[x] == now[x - k])
                {
                    x++;
                }

                reach[most + 1 + k] = x;
                if (x >= old.Length && x - k >= now.Length)
                {
                    return Walked(old, now, history);
                }
            }
        }

        return null;
    }

    /// <summary>From the end back to the beginning along the reaches kept.</summary>
    private static List<TextPiece> Walked(string old, string now, List<int[]> history)
    {
        var pieces = new List<TextPiece>();
        var (x, y) = (old.Length, now.Length);
        for (var d = history.Count - 1; d >= 0; d--)
        {
            var (reach, k) = (history[d], x - y);
            var down = k == -d || (k != d && reach[d + k] < reach[d + k + 2]);
            var fromX = d == 0 ? 0 : down ? reach[d + k + 2] : reach[d + k];
            var fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            var (midX, midY) = d == 0 ? (0, 0) : down ? (fromX, fromY + 1) : (fromX + 1, fromY);
            pieces.Add(new TextPiece(PieceKind.Same, old[midX..x]));
            pieces.Add(down ? new TextPiece(PieceKind.New, now[fromY..midY]) : new TextPiece(PieceKind.Gone, old[fromX..midX]));
            (x, y) = (fromX, fromY);
        }

        pieces.Reverse();
        return pieces;
    }

    /// <summary>Neighbours of a kind become one; within a change what went stands before what came.</summary>
    private static List<TextPiece> Joined(List<TextPiece> pieces)
    {
        var joined = new List<TextPiece>();
        var (gone, came) = ("", "");
        var last = pieces.FindLastIndex(p => p.Kind != PieceKind.Same && p.Text.Length > 0);
        for (var i = 0; i < pieces.Count; i++)
        {
            var run = Run(pieces, ref i);
            if (run.Kind == PieceKind.Gone)
            {
                gone += run.Text;
            }
            else if (run.Kind == PieceKind.New)
            {
                came += run.Text;
            }
            else if (gone.Length + came.Length > 0 && run.Text.Length < LeastSame && i < last)
            {
                (gone, came) = (gone + run.Text, came + run.Text);
            }
            else if (run.Text.Length > 0)
            {
                Flush();
                joined.Add(run);
            }
        }

        Flush();
        return joined;

        void Flush()
        {
            joined.AddRange(new[] { new TextPiece(PieceKind.Gone, gone), new TextPiece(PieceKind.New, came) }.Where(p => p.Text.Length > 0));
            (gone, came) = ("", "");
        }
    }

    /// <summary>The run of one kind that begins here, empty pieces passed over; leaves the place at its end.</summary>
    private static TextPiece Run(List<TextPiece> pieces, ref int at)
    {
        var (kind, text) = (pieces[at].Kind, pieces[at].Text);
        while (at + 1 < pieces.Count && (pieces[at + 1].Text.Length == 0 || pieces[at + 1].Kind == kind))
        {
            text += pieces[++at].Text;
        }

        return new TextPiece(kind, text);
    }
}

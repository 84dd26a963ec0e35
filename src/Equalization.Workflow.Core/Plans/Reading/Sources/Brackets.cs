namespace Equalization.Workflow.Core.Plans.Reading.Sources;

/// <summary>Which bracket closes which, by depth and kind, found in one pass. A bracket without a partner has none.</summary>
internal sealed class Brackets
{
    private const string Opening = "([{〔【《〈<“「";
    private const string Closing = ")]}〕】》〉>”」";
    private readonly int[] _partner;

    public Brackets(string folded)
    {
        _partner = new int[folded.Length];
        Array.Fill(_partner, -1);
        var open = new Stack<(int Kind, int Index)>();
        var waiting = new int[Opening.Length];
        for (var i = 0; i < folded.Length; i++)
        {
            var kind = Opening.IndexOf(folded[i]);
            if (kind >= 0)
            {
                open.Push((kind, i));
                waiting[kind]++;
                continue;
            }

            kind = Closing.IndexOf(folded[i]);
            if (kind < 0 || waiting[kind] == 0)
            {
                continue;
            }

            // Whatever opened inside and never closed is dropped, so each bracket is pushed and popped once.
            while (open.Count > 0)
            {
                var (opened, index) = open.Pop();
                waiting[opened]--;
                if (opened == kind)
                {
                    _partner[index] = i;
                    _partner[i] = index;
                    break;
                }
            }
        }
    }

    /// <summary>The closing bracket of the one that opens here; -1 if nothing opens here or it never closes.</summary>
    public int CloseOf(int index) =>
        (uint)index < (uint)_partner.Length && _partner[index] > index ? _partner[index] : -1;

    /// <summary>The opening bracket of the one that closes here; -1 if there is none.</summary>
    public int OpenOf(int index) =>
        (uint)index < (uint)_partner.Length && _partner[index] >= 0 && _partner[index] < index ? _partner[index] : -1;
}

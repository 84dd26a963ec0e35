namespace Equalization.Workflow.Core.Indicators.Standards;

/// <summary>Reads a standard from its file in db/standards: one value a line, nine cells, no commas within a cell. Throws <see cref="FormatException"/> with the line.</summary>
public static class StandardFile
{
    private const string Head = "rule,subject,level,name,comparison,value,unit,confirmed,source";

    public static StandardSet Read(TextReader lines)
    {
        if (lines.ReadLine()?.TrimStart('\ufeff') != Head)
        {
            throw new FormatException($"line 1: the head must be {Head}");
        }

        var rules = new List<StandardRule>();
        for (var number = 2; lines.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
            {
                rules.Add(Rule(line, number));
            }
        }

        return new StandardSet(rules);
    }

    private static StandardRule Rule(string line, int number)
    {
        var cells = line.Split(',');
        if (cells.Length != Head.Split(',').Length || (cells[2].Length > 0 && Levels.Of(cells[2]) is null) || !Enum.TryParse<Confirmation>(cells[7], ignoreCase: true, out var confirmed))
        {
            throw new FormatException($"line {number}: not a value of a standard: {line}");
        }

        return new StandardRule(cells[0], cells[1], Levels.Of(cells[2]), cells[3], cells[4], cells[5], cells[6], confirmed, cells[8]);
    }
}

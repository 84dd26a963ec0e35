using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>The lengths that the forms hold by their fields.</summary>
internal static class CellLimits
{
    /// <summary>Notes a changed cell with more characters (text-length).</summary>
    public static void AtMost(ReturnedRow row, string column, int longest)
    {
        if (row.Has(column) && row.Says(column) is var words && words.Length > longest)
        {
            row.Line.Refuse(column, new RuleBroken("text-length", "这一格有 {0} 个字，最多 {1} 个字。请缩短后重新上传。", words.Length, longest));
        }
    }
}

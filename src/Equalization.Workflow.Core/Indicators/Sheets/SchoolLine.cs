using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>What is known of a school beside its resources; it decides nothing in the indicators. Null is not known.</summary>
public sealed record SchoolConditions(decimal? Classes, decimal? LargestClass, decimal? LargeClasses, int? BuiltIn, string? Setting, string? Founder);

/// <summary>
/// One row of a school table. Figures is null for a row that cannot count at all (no type, no name, a school twice); what is wrong in single cells is noted in
/// Line and not known. Doubts count as written and ask to be looked at.
/// </summary>
public sealed record SchoolLine(CheckedRow Line, SchoolFigures? Figures, SchoolConditions Conditions, int? Year, string? County, IReadOnlyList<CellDoubt> Doubts);

/// <summary>A value that counts as written but can hardly be meant, at its column.</summary>
public sealed record CellDoubt(string Column, Remark Remark);

/// <summary>A school table as read: its rows, and what holds for the whole of it, such as columns that are absent.</summary>
public sealed record SchoolSheet(SheetRead Read, IReadOnlyList<SchoolLine> Lines, IReadOnlyList<Remark> Notes);

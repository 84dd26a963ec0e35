namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>What the filters of year and county show; without a county only the year is chosen.</summary>
public sealed record CountyYearPick(CountyYearPage Page, int Year, string? County);

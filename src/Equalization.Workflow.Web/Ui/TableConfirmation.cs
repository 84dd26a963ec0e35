namespace Equalization.Workflow.Web.Ui;

/// <summary>What the form under a dry run posts: the mark of the result it stood under, and whether wrong rows are passed over.</summary>
public sealed class TableConfirmation
{
    public string Mark { get; set; } = "";

    public bool RightRowsOnly { get; set; }
}

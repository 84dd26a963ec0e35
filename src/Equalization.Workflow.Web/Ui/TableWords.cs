using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for what a table that came in would do, as keys of the texts.</summary>
public static class TableWords
{
    public static string Of(RowChange change) => change switch
    {
        RowChange.Wrong => Texts.Mark("有错"),
        RowChange.Added => Texts.Mark("新增"),
        RowChange.Changed => Texts.Mark("变更"),
        RowChange.Unchanged => Texts.Mark("无变化"),
    };
}

namespace Equalization.Workflow.Web.Ui;

/// <summary>The content type a plan's file is kept under, by its first bytes and, between files of one package, its name.</summary>
internal static class PlanFileTypes
{
    public static string Of(string fileName, byte[] content)
    {
        var extension = Path.GetExtension(fileName).ToUpperInvariant();
        return content switch
        {
            [(byte)'P', (byte)'K', ..] when extension == ".XLSX" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            [(byte)'P', (byte)'K', ..] when extension is ".ODT" or ".ODS" => "application/octet-stream",
            [(byte)'P', (byte)'K', ..] => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => extension == ".XLS" ? "application/vnd.ms-excel" : "application/msword",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "application/pdf",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "application/rtf",
            _ => "text/plain",
        };
    }
}

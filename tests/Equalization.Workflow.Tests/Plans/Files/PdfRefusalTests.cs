using Equalization.Workflow.Core;
using Equalization.Workflow.Tests.Plans.Reading;
using Equalization.Workflow.Tests.Support;
using static Equalization.Workflow.Tests.Plans.Files.OfficePlans;

namespace Equalization.Workflow.Tests.Plans.Files;

public sealed class PdfRefusalTests
{
    [Fact]
    public async Task A_pdf_with_a_password_is_refused()
    {
        OneOffice.Needed();
        const string locked = "pdf:writer_pdf_Export:{\"EncryptFile\":{\"type\":\"boolean\",\"value\":\"true\"},\"DocumentOpenPassword\":{\"type\":\"string\",\"value\":\"secret\"}}";

        await Refused("plan-file-password", "去掉密码", await Office.Saved(Document(Paragraph("一、主要措施")), "fodt", locked));
    }

    [Fact]
    public async Task A_scan_is_said_to_be_one()
    {
        OneOffice.Needed();
        const string drawing = "<text:p><draw:rect xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" svg:width=\"5cm\" svg:height=\"5cm\" text:anchor-type=\"as-char\"/></text:p>";
        var bare = System.Text.Encoding.UTF8.GetString(Document(drawing))
            .Replace("内部资料注意保存", "", StringComparison.Ordinal).Replace("— <text:page-number>1</text:page-number> —", "", StringComparison.Ordinal);

        await Refused("plan-file-empty", "扫描", await Office.Saved(System.Text.Encoding.UTF8.GetBytes(bare), "fodt", "pdf"));
    }

    [Fact]
    public async Task A_broken_pdf_is_refused()
    {
        OneOffice.Needed();
        await Refused("plan-file-broken", "已损坏", "%PDF-1.7 nothing of a document follows"u8.ToArray());
    }

    private static async Task Refused(string code, string words, byte[] content)
    {
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => PlanFiles.Read("方案.pdf", content));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("请", refusal.Message, StringComparison.Ordinal);
    }
}

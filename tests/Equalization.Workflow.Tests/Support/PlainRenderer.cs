using System.Text;
using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Tests.Support;

/// <summary>A paper's file as its values in JSON: for tests of who signs what, which do not look at the layout.</summary>
public sealed class PlainRenderer : IPaperRenderer
{
    public byte[] Render(PaperDocument paper) => Encoding.UTF8.GetBytes(PaperJson.Write(paper));
}

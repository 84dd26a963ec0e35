using Equalization.Workflow.Tests.Architecture.MadeUp.Right;

namespace Equalization.Workflow.Tests.Architecture.MadeUp.Left
{
    public sealed class LooksRight
    {
        public Neighbour? Other { get; init; }
    }

    public class NotSealed;
}

namespace Equalization.Workflow.Tests.Architecture.MadeUp.Left.Inner
{
    public sealed class LooksRightInABody
    {
        public static int Count(IEnumerable<object> things) => things.OfType<Neighbour>().Count();
    }
}

namespace Equalization.Workflow.Tests.Architecture.MadeUp.Right
{
    public sealed class Neighbour : ILonely
    {
        public Left.LooksRight? AllowedToLookLeft { get; init; }
    }

    public interface ILonely;
}

using System.Collections.Concurrent;

namespace Equalization.Workflow.Core;

/// <summary>Whether a type bears an attribute itself; reflection is asked once a type, since every save asks of every row.</summary>
public static class Marked<TAttribute>
    where TAttribute : Attribute
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool On(Type type) => Known.GetOrAdd(type, t => t.IsDefined(typeof(TAttribute), inherit: false));
}

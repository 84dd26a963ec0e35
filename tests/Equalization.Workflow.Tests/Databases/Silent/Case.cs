using System.Reflection;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>
/// One call of a public method with arguments that make it succeed on the story city; the token comes by itself. A stream is given as a
/// function, since it is read once a run.
/// </summary>
public sealed record Case(Type Service, string Method, string Note, Func<StoryCity, Task<object?[]>> Arguments)
{
    public string Name => $"{Service.Name}.{Method}" + (Note.Length == 0 ? "" : $" ({Note})");

    /// <summary>Of several methods of one name, the one that takes a parameter of this type.</summary>
    public Type? Taking { get; init; }

    public MethodInfo Find() => MethodsOf(Service).Single(Covers);

    public bool Covers(MethodInfo method) => method.DeclaringType == Service && method.Name == Method
        && (Taking is null || method.GetParameters().Any(p => p.ParameterType == Taking));

    public static Case Of<T>(string method, Func<StoryCity, Task<object?[]>> arguments, string note = "") => new(typeof(T), method, note, arguments);

    /// <summary>The public methods that a case must exist for.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(Type service) =>
        service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName);
}

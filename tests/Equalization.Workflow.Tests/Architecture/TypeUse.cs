using Mono.Cecil;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>Which types the compiled code of a type names, in signatures, bodies, attributes and nested types. Constants leave no trace there.</summary>
public static class TypeUse
{
    /// <summary>The types of an assembly that people wrote, with their nested types counted as part of them.</summary>
    public static IReadOnlyList<TypeDefinition> TypesOf(string assembly)
    {
        // Not disposed: bodies are read when they are asked for.
        var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), new ReaderParameters { InMemory = true });
        return [.. module.Types.Where(t => !t.Name.StartsWith('<') && t.Namespace.Length > 0)];
    }

    public static IReadOnlyList<string> ReferencesOf(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), new ReaderParameters { InMemory = true });
        return [.. module.AssemblyReferences.Select(r => r.Name)];
    }

    /// <summary>Full names of the types it names, each once, nested ones by their outermost type.</summary>
    public static IReadOnlySet<string> Of(TypeDefinition type)
    {
        var found = new HashSet<string>();
        Collect(type, found);
        found.Remove(type.FullName);
        return found;
    }

    private static void Collect(TypeDefinition type, HashSet<string> found)
    {
        Add(type.BaseType, found);
        Attributes(type, found);
        foreach (var reference in type.Interfaces.Select(i => i.InterfaceType).Concat(type.Fields.Select(f => f.FieldType))
                     .Concat(type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType)))
        {
            Add(reference, found);
        }

        foreach (var member in type.Fields.Cast<ICustomAttributeProvider>().Concat(type.Properties))
        {
            Attributes(member, found);
        }

        foreach (var method in type.Methods)
        {
            Collect(method, found);
        }

        foreach (var nested in type.NestedTypes)
        {
            Collect(nested, found);
        }
    }

    private static void Collect(MethodDefinition method, HashSet<string> found)
    {
        Attributes(method, found);
        Add(method.ReturnType, found);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType, found);
            Attributes(parameter, found);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Add(variable.VariableType, found);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference type:
                    Add(type, found);
                    break;
                case FieldReference field:
                    Add(field.DeclaringType, found);
                    Add(field.FieldType, found);
                    break;
                case MethodReference call:
                    Call(call, found);
                    break;
            }
        }
    }

    private static void Call(MethodReference call, HashSet<string> found)
    {
        Add(call.DeclaringType, found);
        Add(call.ReturnType, found);
        foreach (var parameter in call.Parameters)
        {
            Add(parameter.ParameterType, found);
        }

        if (call is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(argument, found);
            }
        }
    }

    private static void Attributes(ICustomAttributeProvider provider, HashSet<string> found)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType, found);
        }
    }

    private static void Add(TypeReference? type, HashSet<string> found)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument, found);
                }

                Add(generic.ElementType, found);
                return;
            case TypeSpecification specification:
                Add(specification.ElementType, found);
                return;
        }

        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        found.Add(type.FullName);
    }
}

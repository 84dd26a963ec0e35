namespace Equalization.Workflow.Engine.Definitions;

/// <summary>Where a value comes from. There are these three and no script.</summary>
public abstract record Expression;

/// <summary>A constant, already of the type that the input wants (expression types <c>Literal</c> and <c>Object</c>).</summary>
public sealed record Constant(object? Value) : Expression;

/// <summary>The present value of a variable.</summary>
public sealed record VariableValue(Variable Variable) : Expression;

/// <summary>The value an input of the definition had at the start.</summary>
public sealed record InputValue(Parameter Input) : Expression;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Tests that look at the whole process, such as its memory: none of them runs beside another.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

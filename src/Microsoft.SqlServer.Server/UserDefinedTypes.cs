namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is stored. Present because SqlClient names it; this product has no such types.</summary>
public enum Format
{
    Unknown,
    Native,
    UserDefined,
}

/// <summary>Reads and writes a user-defined type by hand. Present because SqlClient names it.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);
    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR user-defined type. SqlClient looks for it on parameter values and finds none of ours.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;
    public int MaxByteSize { get; set; }
    public bool IsFixedLength { get; set; }
    public bool IsByteOrdered { get; set; }
    public string? ValidationMethodName { get; set; }
    public string? Name { get; set; }
}

/// <summary>What SqlClient throws for a wrong user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message)
        : base(message)
    {
    }

    public InvalidUdtException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

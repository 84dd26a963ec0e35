using System.Security.Cryptography;
using System.Text;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// The one code by which the first person of an empty database proves to have started the program. Random, told once on the console, kept
/// here only as a hash, good until the set-up is done or the program ends.
/// </summary>
public sealed class SetUpCode
{
    private const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private byte[]? hash;

    /// <summary>A new code; the one before is void.</summary>
    public string Make()
    {
        var signs = RandomNumberGenerator.GetString(Signs, 16);
        hash = HashOf(signs);
        return string.Join('-', signs.Chunk(4).Select(part => new string(part)));
    }

    /// <summary>Spaces, dashes and case do not count.</summary>
    public bool Fits(string? typed) => hash is { } kept && CryptographicOperations.FixedTimeEquals(kept, HashOf(typed ?? ""));

    public void Spend() => hash = null;

    private static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant()));
}

namespace Ascs.Trust.Sessions;

/// <summary>Cipher suites of sensitive fields. Both start from a 256-bit data key and put a MAC over what they encrypted.</summary>
internal static class SessionSuite
{
    /// <summary>AES-256-CFB128 with HMAC-SHA256 (CHEAA-4.1.3.1 a).</summary>
    public const string Cheaa = "cheaa";

    /// <summary>SM4-CFB128 with HMAC-SM3.</summary>
    public const string Gm = "gm";

    /// <summary>Offered by this program, the one it likes best first.</summary>
    public static IReadOnlyList<string> Offered { get; } = [Gm, Cheaa];

    /// <summary>The first offered suite that is known here, or null.</summary>
    public static string? Choose(IEnumerable<string> offered) => offered.FirstOrDefault(Offered.Contains);
}

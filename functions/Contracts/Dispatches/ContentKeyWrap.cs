namespace Ascs.Contracts;

/// <summary>What the wrap of a content key holds: the key, bound to its id and its enterprise so that it can't be passed off as another's.</summary>
public static class ContentKeyWrap
{
    /// <summary>Bytes of the SM4 key at the front.</summary>
    public const int KeyLength = 16;

    /// <summary>The 16 bytes of the key, then UTF-8 of `ascs-content-key-1|enterprise|key id`: the SM2 plaintext.</summary>
    public static byte[] Content(ReadOnlySpan<byte> key, EnterpriseId enterprise, string keyId) =>
        [.. key, .. System.Text.Encoding.UTF8.GetBytes($"ascs-content-key-1|{enterprise}|{keyId}")];
}

namespace Ascs.Trust.Signing;

/// <summary>A signature as read from a message, well formed but not yet verified.</summary>
public sealed class MessageSignature
{
    internal MessageSignature(string keyId, Nonce nonce, long created, string parameters, byte[] value) =>
        (KeyId, Nonce, Created, Parameters, Value) = (keyId, nonce, created, parameters, value);

    /// <summary>Which secret it claims: <c>pair-v1</c>, <c>session-…</c>.</summary>
    public string KeyId { get; }

    /// <summary>With the PlatID the replay key.</summary>
    public Nonce Nonce { get; }

    /// <summary>When it was made, seconds since the epoch.</summary>
    public long Created { get; }

    /// <summary>Inner list and parameters as received: these very bytes end the signature base (RFC 9421 3.2).</summary>
    internal string Parameters { get; }

    /// <summary>32 bytes.</summary>
    internal byte[] Value { get; }
}

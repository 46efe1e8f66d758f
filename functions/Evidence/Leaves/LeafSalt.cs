using Ascs.Gm;

namespace Ascs.Evidence.Leaves;

/// <summary>The salt of one leaf; opens every field of it. Dispose after use.</summary>
public sealed class LeafSalt : IDisposable
{
    private readonly HmacSm3Key _key;

    internal LeafSalt(ReadOnlySpan<byte> salt) => _key = new HmacSm3Key(salt);

    internal static ReadOnlySpan<byte> Prefix => "ascs leaf salt 1\0"u8;

    /// <summary>The salt of one field: HMAC-SM3(leaf salt, label). Given away, it opens this field and no other.</summary>
    /// <param name="field">Which field.</param>
    public byte[] Of(LeafField field) => _key.Compute(LeafFields.LabelBytes(field));

    /// <summary>Wipes what was made of the salt.</summary>
    public void Dispose() => _key.Dispose();
}

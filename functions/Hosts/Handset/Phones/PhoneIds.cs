using System.Buffers.Binary;
using System.Security.Cryptography;
using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Phones;

/// <summary>
/// The opaque ids that URLs carry: one AES block over the row of the phone, under a key of the store. An id says nothing of the number or
/// of its neighbours, cannot be guessed, and needs no column and no index.
/// </summary>
internal static class PhoneIds
{
    private const string Key = "SELECT key FROM phone_ids";

    internal static string PhoneIdOf(this Ledger ledger, long phone)
    {
        Span<byte> block = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(block[8..], phone);
        using var aes = ledger.Cipher();
        return Convert.ToHexStringLower(aes.EncryptEcb(block, PaddingMode.None));
    }

    /// <summary>The row of a phone; null for anything that is not an id of this store.</summary>
    internal static long? PhoneOf(this Ledger ledger, string id)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower)) return null;
        using var aes = ledger.Cipher();
        var block = aes.DecryptEcb(Convert.FromHexString(id), PaddingMode.None);
        // The first half of a genuine block is zero: what was made up fails here, but for one try in 2^64.
        return BinaryPrimitives.ReadInt64BigEndian(block) == 0 ? BinaryPrimitives.ReadInt64BigEndian(block.AsSpan(8)) : null;
    }

    private static Aes Cipher(this Ledger ledger)
    {
        var aes = Aes.Create();
        aes.Key = ledger[Key].Rows(row => (byte[])row.GetValue(0))[0];
        return aes;
    }
}

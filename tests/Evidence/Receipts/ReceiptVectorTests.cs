using System.Text.Json.Nodes;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Receipts;
using Ascs.Gm;

namespace Ascs.Evidence.Tests.Receipts;

/// <summary>A receipt as it travels, made with openssl by nothing but WIRE.md.</summary>
public sealed class ReceiptVectorTests
{
    private static readonly JsonNode Vector = Vectors.Read("receipt.json");

    private static string Origin => Vector["origin"]!.GetValue<string>();

    private static JsonArray Leaves => Vector["receipt"]!["leaves"]!.AsArray();

    [Fact]
    public void A_strangers_receipt_proves_both_leaves()
    {
        var proved = Check(Leaves, LogKey());
        Assert.NotNull(proved);
        Assert.True(proved.TryGet(LeafKind.AuthorisationGranted, out var granted, out var leaf));
        Assert.True(proved.TryGet(LeafKind.AidBound, out var bound, out _));
        Assert.Equal((4, 5), (granted, bound));
        Assert.True(proved.ProveAuthorisation(leaf!.Time));
    }

    [Fact]
    public void Another_key_another_place_or_another_hash_proves_nothing()
    {
        using var other = Sm2PrivateKey.Generate();
        Assert.Null(Check(Leaves, NoteKey.Sm2(Origin, other.PublicKey)));
        var moved = Leaves.DeepClone().AsArray();
        moved[0]!["index"] = 3L;
        Assert.Null(Check(moved, LogKey()));
        var cut = Leaves.DeepClone().AsArray();
        cut[1]!["proof"]!.AsArray().RemoveAt(0);
        Assert.Null(Check(cut, LogKey()));
    }

    private static NoteKey LogKey() => NoteKey.Sm2(Origin, Sm2PublicKey.TryImport(Vector["logKeyHex"]!.Hex(), out var key) ? key : throw new InvalidOperationException("no key"));

    private static ProvedLeaves? Check(JsonArray leaves, NoteKey key) => ProvedLeaves.Check(
        Vector["receipt"]!["checkpoint"]!.GetValue<string>(), leaves.Select(one => (
            one!["index"]!.GetValue<long>(), one["leaf"]!.GetValue<string>(), (IReadOnlyList<string>)[.. one["proof"]!.AsArray().Select(hash => hash!.GetValue<string>())])),
        origin => origin == Origin ? [key] : []);
}

using System.Text;
using Ascs.Evidence.Bundles;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tests.Leaves;
using Ascs.Evidence.Tree;
using Ascs.Gm;

namespace Ascs.Evidence.Tests.Bundles;

/// <summary>A small log with one authorisation's whole life at 3, 4, 7 and 9 among strangers' leaves, and a bundle of it.</summary>
internal sealed class SampleLog : IDisposable
{
    public const string Origin = "log.example/1";
    private const int Size = 12;
    private readonly LeafKey _key = new("authorisation key"u8);

    public SampleLog()
    {
        Facts[3] = SampleFacts.Granted;
        Facts[4] = new AidBoundFacts(SampleFacts.Aid, "auth-1", SampleFacts.Day.AddDays(90), Build(3).Hash);
        Facts[7] = SampleFacts.Outcome(Build(4).Hash);
        Facts[9] = new RevokedFacts(SampleFacts.Aid, "auth-1", "OPR1", "REPLY_TD", SampleFacts.Day.AddDays(3), null, Build(3).Hash);
        for (var i = 0; i < Size; i++)
            Tree.Append(Facts.ContainsKey(i) ? Build(i).Hash : Sha256TreeHash.Instance.Leaf([(byte)i]));
        Checkpoint = new Checkpoint(Origin, Size, Tree.Root()).Sign(Sm2, Ed25519);
    }

    public Sm2NoteSigner Sm2 { get; } = new(Origin, Sm2PrivateKey.Generate());

    public Ed25519NoteSigner Ed25519 { get; } = new(Origin, Gm.Ed25519.GeneratePrivateKey());

    public Dictionary<int, LeafFacts> Facts { get; } = [];

    public MemoryTree Tree { get; } = new();

    public SignedCheckpoint Checkpoint { get; }

    public Bundle Bundle => new(
        Origin, [Sm2.Key, Ed25519.Key], Checkpoint, SampleFacts.Aid, [Entry(3), Entry(4), Entry(7), Entry(9)],
        [new BundleContent(3, LeafField.TextHash, SampleFacts.ConsentText)]);

    public BundleEntry Entry(int index, params LeafField[] open) =>
        new(index, Build(index), Tree.ProveInclusion(index, Size), Facts[index].Open(Id(index), _key, open));

    public BundleRefusalCode? Refusal(Bundle bundle) => BundleChecker.Check(bundle.Seal(Sm2)).Refusal?.Code;

    public void Dispose()
    {
        _key.Dispose();
        Ed25519.Dispose();
    }

    private Leaf Build(int index) => Leaf.Build(Facts[index], Id(index), SampleFacts.Day.AddSeconds(index), _key);

    private static LeafId Id(int index) => new(Encoding.ASCII.GetBytes($"leaf id {index:D8}"));
}

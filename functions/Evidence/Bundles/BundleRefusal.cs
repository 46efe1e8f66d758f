namespace Ascs.Evidence.Bundles;

/// <summary>Why a bundle proves nothing.</summary>
/// <param name="Code">The check that failed.</param>
/// <param name="Index">The leaf it failed at, if at one.</param>
/// <param name="Sentence">For people.</param>
public sealed record BundleRefusal(BundleRefusalCode Code, long? Index, Sentence Sentence)
{
    internal static BundleRefusal Of(BundleRefusalCode code, string zh, string en, long? index = null) => new(code, index, new Sentence(zh, en));
}

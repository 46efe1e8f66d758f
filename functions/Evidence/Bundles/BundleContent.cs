using Ascs.Evidence.Leaves;
using Ascs.Gm;

namespace Ascs.Evidence.Bundles;

/// <summary>A text that a leaf commits to by its hash, for people to read: the consent text, say.</summary>
/// <param name="Index">Index of the leaf.</param>
/// <param name="Field">The opened field that holds its SM3: textHash, policyHash or templateHash.</param>
/// <param name="Text">The text.</param>
public sealed record BundleContent(long Index, LeafField Field, string Text)
{
    internal bool IsAllowed => Field is LeafField.TextHash or LeafField.PolicyHash or LeafField.TemplateHash;

    internal string Hash => Convert.ToBase64String(Sm3.Hash(System.Text.Encoding.UTF8.GetBytes(Text)));
}

package org.govsocial.mishap.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vectors are those that Certificate Transparency implementations of RFC 6962 share. */
class MerkleTreeTest {
    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> Hash.of(Sha256.leaf(HexFormat.of().parseHex(hex))))
            .toList();

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hash.of(Sha256.leaf(("entry " + i).getBytes(StandardCharsets.US_ASCII))))
                .toList();
    }

    @Test
    void the_roots_are_those_of_rfc_6962() {
        MerkleTree tree = MerkleTree.of(LEAVES);
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                tree.root(0).hex());
        var head = new TreeHead();
        for (int size = 1; size <= 8; size++) {
            head.add(LEAVES.get(size - 1).bytes());
            assertEquals(ROOTS.get(size - 1), tree.root(size).hex());
            assertEquals(ROOTS.get(size - 1), Hash.of(head.root()).hex());
        }
    }

    @Test
    void the_proofs_are_those_of_rfc_6962() {
        MerkleTree tree = MerkleTree.of(LEAVES);
        assertEquals(
                List.of(
                        new Hash("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
                        new Hash("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                        new Hash("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
                tree.inclusion(1, 8));
        assertEquals(tree.inclusion(1, 8), tree.consistency(1, 8));
        assertEquals(
                List.of(
                        new Hash("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                        new Hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                        new Hash("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
                tree.consistency(6, 8));
    }

    @Test
    void a_consistency_proof_holds_for_every_pair_of_sizes_up_to_200_and_for_no_other_root() {
        List<Hash> leaves = leaves(200);
        MerkleTree tree = MerkleTree.of(leaves);
        List<Hash> roots = IntStream.rangeClosed(0, 200).mapToObj(tree::root).toList();
        int pairs = 0;
        for (int first = 1; first <= 200; first++) {
            for (int second = first; second <= 200; second++) {
                List<Hash> proof = tree.consistency(first, second);
                String sizes = first + " to " + second;
                assertTrue(MerkleTree.isConsistent(first, roots.get(first), second, roots.get(second), proof), sizes);
                assertFalse(MerkleTree.isConsistent(first, roots.get(0), second, roots.get(second), proof), sizes);
                assertFalse(MerkleTree.isConsistent(first, roots.get(first), second, roots.get(0), proof), sizes);
                if (!proof.isEmpty()) {
                    var shorter = proof.subList(1, proof.size());
                    assertFalse(
                            MerkleTree.isConsistent(first, roots.get(first), second, roots.get(second), shorter),
                            sizes);
                }
                pairs++;
            }
        }
        assertEquals(20_100, pairs);
    }

    @Test
    void an_inclusion_proof_holds_for_its_entry_and_for_no_other() {
        List<Hash> leaves = leaves(70);
        MerkleTree tree = MerkleTree.of(leaves);
        for (int size = 1; size <= 70; size++) {
            Hash root = tree.root(size);
            for (int entry = 1; entry <= size; entry++) {
                List<Hash> proof = tree.inclusion(entry, size);
                assertTrue(MerkleTree.isIncluded(leaves.get(entry - 1), entry, size, root, proof));
                assertFalse(MerkleTree.isIncluded(leaves.get(entry % 70), entry, size, root, proof));
                assertFalse(
                        MerkleTree.isIncluded(leaves.get(entry - 1), entry % size + 1, size, root, proof) && size > 1);
                var longer = new ArrayList<>(proof);
                longer.add(root);
                assertFalse(MerkleTree.isIncluded(leaves.get(entry - 1), entry, size, root, longer));
            }
        }
    }
}

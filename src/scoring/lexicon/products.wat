;; The products of one vector with many: 64 signed bytes each, one behind the other. The build makes dist/products.wasm of it;
;; products.ts lays the bytes out. Whole numbers throughout: at most 64 times 128 squared, far from too large.
(module
  (memory (export "memory") 1)

  ;; The vector at 0 with each of $count from 64 on; the sums, 32 bits each, from $to on.
  (func (export "products") (param $count i32) (param $to i32)
    (local $row i32) (local $end i32) (local $sum v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    ;; Eight bytes each, as eight numbers of 16 bits.
    (local.set $a (v128.load8x8_s (i32.const 0)))
    (local.set $b (v128.load8x8_s (i32.const 8)))
    (local.set $c (v128.load8x8_s (i32.const 16)))
    (local.set $d (v128.load8x8_s (i32.const 24)))
    (local.set $e (v128.load8x8_s (i32.const 32)))
    (local.set $f (v128.load8x8_s (i32.const 40)))
    (local.set $g (v128.load8x8_s (i32.const 48)))
    (local.set $h (v128.load8x8_s (i32.const 56)))
    (local.set $row (i32.const 64))
    (local.set $end (i32.add (local.get $row) (i32.shl (local.get $count) (i32.const 6))))
    (loop $next
      (if (i32.lt_u (local.get $row) (local.get $end))
        (then
          (local.set $sum
            (i32x4.add
              (i32x4.add
                (i32x4.add
                  (i32x4.dot_i16x8_s (local.get $a) (v128.load8x8_s (local.get $row)))
                  (i32x4.dot_i16x8_s (local.get $b) (v128.load8x8_s offset=8 (local.get $row))))
                (i32x4.add
                  (i32x4.dot_i16x8_s (local.get $c) (v128.load8x8_s offset=16 (local.get $row)))
                  (i32x4.dot_i16x8_s (local.get $d) (v128.load8x8_s offset=24 (local.get $row)))))
              (i32x4.add
                (i32x4.add
                  (i32x4.dot_i16x8_s (local.get $e) (v128.load8x8_s offset=32 (local.get $row)))
                  (i32x4.dot_i16x8_s (local.get $f) (v128.load8x8_s offset=40 (local.get $row))))
                (i32x4.add
                  (i32x4.dot_i16x8_s (local.get $g) (v128.load8x8_s offset=48 (local.get $row)))
                  (i32x4.dot_i16x8_s (local.get $h) (v128.load8x8_s offset=56 (local.get $row)))))))
          (i32.store (local.get $to)
            (i32.add
              (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
              (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
          (local.set $row (i32.add (local.get $row) (i32.const 64)))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (br $next))))))

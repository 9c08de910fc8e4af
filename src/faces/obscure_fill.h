// What a mask is filled with: colours on a small grid over one plane, either smooth (interpolated by cubic B-splines,
// which neither overshoot nor show the grid) or in blocks.
#pragma once

#include <array>
#include <vector>

#include "faces/obscure_levels.h"
#include "faces/obscure_shape.h"

namespace counterclip::faces {

struct Fill {
    int left = 0;  // sample of the plane where cell 0 begins
    int top = 0;
    int cell = 8;     // samples a cell, both ways; a multiple of 4 where smooth
    int columns = 0;  // cells
    int rows = 0;
    bool blocks = false;
    // Smooth: values at the corners of the cells and one more all around, (columns + 3) * (rows + 3), row by row;
    // node (0, 0) lies one cell above and left of the first cell's corner. Blocks: columns * rows.
    std::vector<float> values;

    int nodes_across() const noexcept { return blocks ? columns : columns + 3; }
    int nodes_down() const noexcept { return blocks ? rows : rows + 3; }
};

// A grid over the touched part of the plane with at most about `most` cells on its longer side, values not set.
// Grids of luma (plane 0) and chroma of one shape have their nodes at the same places of the picture.
void lay_grid(Fill& fill, const Shape& shape, int plane, int most);

// One colour all over (Y, Cb, Cr).
void lay_flat(std::array<Fill, 3>& fills, const Shape& shape, const Colour3& colour);

// Computes rows of the fill one after the other.
class FillRows {
  public:
    explicit FillRows(const Fill& fill);
    // Values of samples left, left + 1, ... of row y; at least up to the end of the grid. Valid until the next call.
    const float* row(int y);

  private:
    void smooth(int y);
    void block(int y);
    const Fill& fill_;
    std::vector<float> weights_;  // four for each sample of a cell: weights_[k * cell + i]
    std::vector<float> nodes_;    // the grid at this row
    std::vector<float> samples_;
};

}  // namespace counterclip::faces
